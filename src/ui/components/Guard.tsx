import { Component, type ReactNode } from 'react';

interface Props {
  readonly failed: (error: unknown) => void;
  readonly children: ReactNode;
}

/**
 * Hands on what is thrown while what is in it is made or has its effects, and shows nothing from then on. Ink's own
 * boundary draws the error first: where drawing is what fails, the error is lost and the screen stays taken.
 */
export class Guard extends Component<Props, { readonly broken: boolean }> {
  static getDerivedStateFromError() {
    return { broken: true };
  }

  override state = { broken: false };

  override componentDidCatch(error: unknown) {
    this.props.failed(error);
  }

  override render() {
    return this.state.broken ? null : this.props.children;
  }
}
