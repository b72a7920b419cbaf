import { readArticle } from '../src/corpus/read.ts';
import { analyse } from '../src/language/analyse.ts';
import { indexOf } from '../src/index/build.ts';
import { linksOf } from '../src/index/links.ts';
import { compareArticles } from '../src/compare/comparison.ts';
const cpu=()=>{const {user,system}=process.cpuUsage();return (user+system)/1e3};
const [what,unit,...sizes]=process.argv.slice(2);
for (const size of sizes.map(Number)) {
  const {article}=readArticle({file:'/a',path:'a'}, unit!.repeat(size/unit!.length));
  const read={article,annotations:analyse(article)};
  const two=[read,{...read,article:{...article,path:'b'}}];
  const index=indexOf(two);
  let t=cpu(); if(what==='compare') compareArticles(index,[0,1]); else linksOf(index); 
  console.log(unit,size,what,cpu()-t|0,'quotes',read.annotations.quotes.length,'sentences',read.annotations.sentences.length,'utt',index.utterances.length);
}
