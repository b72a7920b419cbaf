/**
 * First names that are given to one gender nearly always, by hand, from the names that stand in English-language
 * news. Names that both bear (Kim, Jordan, Leslie) are left out: the text must tell.
 */
const WOMEN = `abby abigail adele agnes aisha alejandra alexandra alexandria alexis alice alicia alison allison alyssa
  amal amanda amber amelia amina amy ana anastasia andrea angela angelina angie anita ann anna annalena anne annette
  annie antonia april ariana arianna ashley asma astrid audrey ayanna ayesha barbara beatrice becky benazir bernadette
  beth betsy betty beverly bonnie brenda brianna bridget brigitte camilla candace carla carly carmen carol carole
  caroline carolyn catherine cathy cecile cecilia celeste charlene charlotte chelsea cheryl chloe christiane christina
  christine christy cindy claire clara claudia colleen condoleezza connie courtney cristina crystal cynthia daisy dana
  daniela danielle darlene dawn debbie deborah debra dee delia denise diana diane dianna dianne dina dolores donna
  dora doris dorothy ebony edith eileen elaine eleanor elena elisabeth elise eliza elizabeth ella ellen eloise elsa
  emily emma erica erika erin esther ethel eugenia eva eve evelyn fatima fiona florence frances francesca gabriela
  gabrielle gail georgia geraldine gina giorgia giulia gladys glenda gloria grace greta gretchen gretel gwen haley
  hanna hannah harriet hayley heather heidi helen helena hilary hillary hollie holly hope huma ida ilhan ines ingrid
  irene irina iris isabel isabella ivanka jacinda jackie jacqueline jamila jane janet janice jasmine jean jeanette
  jeanine jeanne jen jenna jennifer jenny jessica jill joan joanna joanne jocelyn josephine joy joyce juanita judith
  judy julia juliana julianne julie june kaja kamala karen karin karine karla kate katherine kathleen kathryn kathy
  katie katrina katya kayla kayleigh kellyanne kelsey kendra ketanji kirsten kirstjen kristen kristi kristin kristina
  krystal kyrsten lara larisa latoya laura lauren laurie leah leila lena leticia lilian liliana lillian lily linda
  lindsay lisa liz liza lois loretta lori lorraine louise lucia lucille lucinda lucy lydia lynda lynn lynne mabel
  mackenzie madeleine madeline maggie malala malia mandy marcia margaret margarita maria mariam marian mariana
  marianne marie marilyn marina marissa marjorie marlene marsha martha mary maryam maureen maya megan meghan melania
  melanie melinda melissa mercedes meredith mia michele michelle mildred mindy miranda miriam misty moira molly mona
  monica monique muriel myra nadia nancy naomi natalia natalie natasha nellie nicola nicole nikki nina nora norma
  octavia olga olivia omarosa pamela patricia patsy patty paula pauline pearl peggy penelope penny phoebe phyllis
  priscilla priti rachel ramona rashida rebecca regina renee rhonda rita roberta rosa rosalind rosanna rose rosemary
  roxanne ruby ruth sabrina sadie sally samantha samira sandra sanna sara sarah selena sharon sheila shelley sheryl
  shirley sigrid silvia simone sofia sonia sonya sophia sophie stacey stacy stella stephanie sue susan susana susanna
  susanne suzanne svetlana sylvia sylvie tabitha tamara tammy tanya tara tatiana teresa theresa tiffany tina tonya
  tracey tricia trisha tulsi tzipi ursula valentina valerie vanessa vera veronica vicki vickie victoria viktoria viola
  violet virginia vivian wanda wendy whitney wilma winifred xiomara yasmin yolanda yulia yvette yvonne zainab zoe`;
const MEN = `aaron abdul abdullah abraham adam ahmad ahmed al alan albert aleksandr aleksei alex alexander alexei alfred
  ali allan allen alonzo alvin amir anatoly anders andre andreas andrei andrew andy angus anthony antoine antonio antony
  archie ariel arjun arnold arthur asif austin barack barney barry bart bashar ben benedict benjamin benny bernard bernie
  bert bill billy bob bobby boris brad bradley brandon brendan brent brett brian bruce bruno bryan byron calvin carl
  carlos cedric cesar chad charles charlie chester chris christian christopher chuck clarence clark claude clayton cliff
  clifford clint clive clyde cody cole colin conor corey cornelius craig curtis cyril dale damian damon dan daniel danny
  darren darryl dave david dean dennis derek derrick desmond devin diego dick dieter dimitri dirk dmitri dmitriy dmitry
  dominic don donald doug douglas duane duncan dustin dwayne dwight earl ed eddie edgar edmund edoardo eduardo edward
  edwin eli elias elijah elliott elmer elon emmanuel enrique eric erik ernest ernesto ethan eugene evan felipe felix
  fernando francisco francois frank franklin fred freddie frederick friedrich gabriel gareth garrett gary gavin gene
  geoff geoffrey george gerald gerard gerhard gideon gilbert giovanni giuseppe glen glenn gordon graham grant greg
  gregory guido guillermo gunter gus gustavo guy hamid hank hans harold harry harvey hassan hector heiko heinrich helmut
  henri henry herb herbert herman hiroshi horace howard hubert hugh hugo hussein ian ibrahim igor imran isaac isaiah
  ismail ivan jack jacob jacques jaime jair jake jamal james jared jason javier jay jean-claude jeb jeff jeffrey jens
  jeremy jerome jerry jesse jesus jim jimmy joachim joe joel johan johannes john johnny jon jonah jonathan jorge jose
  josef joseph josh joshua juan julian julio julius justin karl keith ken kenneth kenny kevin khaled kirk klaus konstantin
  kurt kyle lamar lance larry lars laurence lawrence lee leo leon leonard leonid leroy lester levi lewis liam lindsey
  lloyd logan lorenzo lou louis lucas luis luiz luke luther mahmoud malcolm manuel marc marcel marco marcus mario mark
  marshall martin marvin mateo mathew matt matteo matthew maurice max maxim maxime michael micheal miguel mihail mike
  mikhail mikheil milton mitch mitchell mitt mohamed mohammad mohammed morris moses muhammad murray mustafa narendra
  nathan nathaniel ned neil nelson newt nicholas nick nicolas nigel nikolai noah noel norman oleg oleksandr oleksii
  oleksiy oliver olaf omar orlando orrin oscar osama otto owen pablo patrick paul pavel pedro pete peter phil philip
  philippe phillip pierre prakash quentin rafael rahm rahul raj rajiv ralph ramon randall randy rashid raul ray raymond
  recep reggie reginald reid reince reinhold rene rex ricardo rich richard rick ricky rob robert roberto rodney rodrigo
  roger roland rolf roman ron ronald ronnie rory ross roy rudolph rudy rupert russ russell ryan salman salvador sam samir
  samuel saul scott sean sebastian serge sergei sergey sergio seth shane shaun shawn shinzo sidney silvio simon spencer
  stan stanley stefan stephen sterling steve steven stewart stuart sven ted terence terrence terry theodore theo thomas
  tim timothy toby todd tom tommy tony travis trent trevor troy tyler tyrone ulrich vernon victor viktor vikram vincent
  vitaly vladimir volodymyr wade wallace walter warren wayne wesley wilbur wilfred will willard william willie winston
  wolfgang xavier xi yasser yevgeny yoshihide yuri yusuf zachary zack recep martin marty rand 
  antonin clarence merrick corey dwight parker`;

export type Gender = 'f' | 'm';

const GENDERS: ReadonlyMap<string, Gender> = new Map<string, Gender>([
  ...MEN.split(/\s+/).map((name): [string, Gender] => [name, 'm']),
  ...WOMEN.split(/\s+/).map((name): [string, Gender] => [name, 'f']),
]);

/** The gender of those who bear a first name, in lower case; nothing where it does not tell. */
export function genderOfName(name: string): Gender | undefined {
  return GENDERS.get(name);
}
