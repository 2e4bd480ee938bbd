// Which of two lines is the position, which the employer, which the school: the words that tell, as stems, in all our
// languages. Where they say nothing, the order of the lines decides.

const POSITION = new RegExp(
  [
    `engineer|developer|programmer|architect|manager|director|\\blead\\b|leader|\\bhead\\b|chief|officer|consultant|analyst|
    designer|scientist|research|professor|lecturer|teach|tutor|instructor|assistant|intern\\b|trainee|apprentice|volunteer|
    editor|writer|translator|nurse|physician|accountant|administrator|specialist|technician|operator|coordinator|founder|
    owner|president|fellow\\b|maintainer|freelance`,
    `ingenieur|entwickler|leiter|referent|berater|mitarbeiter|werkstudent|praktikant|dozent|geschäftsführ|kauffrau|kaufmann`,
    `ingénieur|développeu|\\bchef|responsable|directeur|directrice|stagiaire|chargé|conseill|enseignant`,
    `ingenier|desarrollador|programador|jef[ea]\\b|becari|consultor|analista|profesor|engenheir|desenvolvedor|gerente`,
    `ingegner|sviluppat|responsabile|tirocinant|consulente|insegnante|ontwikkelaar|medewerker|stagiair|docent|adviseur`,
    `inżynier|programist|kierownik|stażyst|nauczyciel|μηχανικ|προγραμματιστ|διευθυντ|υπεύθυν|ασκούμεν|καθηγητ`,
    `инженер|разработчик|программист|руководител|менеджер|директор|стажер|стажёр|преподавател|аналитик`,
    `інженер|розробни|програміст|керівни|стажист|викладач|mühendis|geliştirici|yönetici|müdür|stajyer|uzman|öğretmen`,
    'エンジニア|開発|部長|課長|マネージャ|主任|مهندس|مدير|مطور|محلل',
  ]
    .join('|')
    .replaceAll(/\s+/g, ''),
  'iu',
);

const EMPLOYER =
  /\b(inc|llc|ltd|limited|plc|gmbh|ag|kg|se|s\.?a\.?|s\.?r\.?l\.?|b\.?v\.?|n\.?v\.?|sp\. z o\.?o|oy|ab|co|corp|group|holding|labs?|studios?|partners|company)\b\.?|株式会社|شركة|ООО|ТОВ|A\.Ş\./iu;

const SCHOOL =
  /universi|université|universit[éàä]|college|school|institut|academy|akadem|académie|academia|hochschul|gymnasium|lyc[ée]|école|escuela|escola|scuola|politec|polytech|politech|πανεπιστ|πολυτεχν|σχολή|университет|институт|академия|університет|інститут|uniwersytet|szkoła|üniversite|lisesi|okulu|大学|学院|高校|جامعة|معهد|كلية/iu;

export const soundsLikePosition = (line: string): boolean => POSITION.test(line);
export const soundsLikeEmployer = (line: string): boolean => EMPLOYER.test(line) || SCHOOL.test(line);
export const soundsLikeSchool = (line: string): boolean => SCHOOL.test(line);
