import { LANGUAGES } from '../../resume/locales.js';
import { SECTION_IDS } from '../../resume/schema.js';
import { labelsFor } from '../../view/labels.js';
import { foldLine } from './fold.js';
import type { SectionName } from './recovered.js';

// The names that sections usually have, in all our languages: those of the language packs, and others that people use.

/** By language; `contact` is no section of ours, but many documents have one. */
const OTHERS: Record<string, Partial<Record<SectionName, string>>> = {
  en: {
    summary:
      'profile|professional summary|career summary|executive summary|about|about me|objective|career objective',
    work: `work experience|professional experience|work history|employment|employment history|career|career history|
      relevant experience|positions|appointments|academic appointments`,
    projects: 'personal projects|selected projects|open source|side projects',
    education: 'education and training|academic background|academic qualifications|studies',
    skills:
      'technical skills|key skills|core skills|core competencies|competencies|technologies|expertise|skills and tools',
    languages: 'language skills',
    certificates:
      'certificates|licenses|certifications and licenses|licenses and certifications|courses|training',
    awards: 'honors|honours|awards and honors|honors and awards|achievements|scholarships|prizes',
    publications: 'selected publications|papers|articles',
    talks: 'selected talks|presentations|speaking|conferences|invited talks',
    volunteer: 'volunteer experience|volunteer work|community|community service',
    memberships: 'professional memberships|affiliations|professional affiliations',
    interests: 'hobbies|hobbies and interests|activities',
    references: 'referees',
    contact: 'contact|contact details|contact information|personal details|personal information',
  },
  de: {
    summary: 'kurzprofil|über mich|zusammenfassung|berufsziel',
    work: 'beruflicher werdegang|praktische erfahrung|arbeitserfahrung|berufspraxis|werdegang|erfahrung',
    education: 'bildung|studium|akademischer werdegang|schulbildung|bildungsweg|studium und ausbildung',
    skills: 'fähigkeiten|kompetenzen|fachkenntnisse|edv-kenntnisse|it-kenntnisse|technische kenntnisse',
    languages: 'sprachkenntnisse',
    certificates: 'weiterbildung|fortbildungen|zertifizierungen',
    awards: 'preise|stipendien|ehrungen',
    publications: 'veröffentlichungen',
    volunteer: 'ehrenamtliches engagement|engagement',
    interests: 'hobbys',
    contact: 'kontakt|persönliche daten|kontaktdaten',
  },
  fr: {
    summary: 'à propos|objectif|présentation|résumé',
    work: 'expérience|expériences|expériences professionnelles|parcours professionnel',
    education: 'formations|études|diplômes|parcours académique',
    skills: 'compétences techniques|savoir-faire',
    interests: 'loisirs|intérêts',
    volunteer: 'engagement associatif',
    contact: 'contact|coordonnées',
  },
  es: {
    summary: 'resumen|sobre mí|objetivo|extracto',
    work: 'experiencia|experiencia laboral|trayectoria profesional',
    education: 'educación|formación académica|estudios',
    skills: 'competencias|aptitudes|conocimientos',
    contact: 'contacto|datos personales',
  },
  pt: {
    summary: 'resumo|objetivo|sobre mim',
    work: 'experiência|experiência profissional',
    education: 'educação|formação|formação acadêmica|formação académica',
    skills: 'habilidades|competências|conhecimentos',
    contact: 'contato|contacto|dados pessoais',
  },
  it: {
    summary: 'riepilogo|chi sono|obiettivo',
    work: 'esperienza|esperienze professionali|esperienze lavorative|esperienza lavorativa',
    education: 'istruzione|formazione|studi|titoli di studio',
    skills: 'capacità|abilità|competenze tecniche',
    contact: 'contatti|dati personali',
  },
  nl: {
    summary: 'samenvatting|over mij|doelstelling',
    work: 'werkervaring|ervaring|loopbaan',
    education: 'opleiding|opleidingen|onderwijs',
    skills: 'vaardigheden|competenties',
    contact: 'contact|persoonsgegevens|contactgegevens',
  },
  pl: {
    summary: 'podsumowanie|o mnie|cel zawodowy',
    work: 'doświadczenie|doświadczenie zawodowe|przebieg pracy',
    education: 'edukacja|wykształcenie',
    skills: 'umiejętności|kompetencje',
    contact: 'kontakt|dane osobowe',
  },
  el: {
    summary: 'περίληψη|σχετικά με εμένα|στόχος',
    work: 'εμπειρία|εργασιακή εμπειρία|προϋπηρεσία',
    education: 'σπουδές|εκπαίδευση και κατάρτιση',
    skills: 'ικανότητες|γνώσεις',
    contact: 'επικοινωνία|προσωπικά στοιχεία',
  },
  ru: {
    summary: 'о себе|резюме|цель',
    work: 'опыт|опыт работы|профессиональный опыт',
    education: 'обучение',
    skills: 'навыки|ключевые навыки|умения',
    contact: 'контакты|личные данные|контактная информация',
  },
  uk: {
    summary: 'про себе|резюме|мета',
    work: 'досвід|досвід роботи|професійний досвід',
    education: 'навчання',
    skills: 'навички|вміння|ключові навички',
    contact: 'контакти|особисті дані',
  },
  tr: {
    summary: 'özet|hakkımda|profil|kariyer hedefi',
    work: 'deneyim|iş deneyimi|iş tecrübesi',
    education: 'eğitim bilgileri',
    skills: 'beceriler|yetkinlikler|yetenekler',
    contact: 'iletişim|kişisel bilgiler',
  },
};

function readNames(): Map<string, SectionName> {
  const names = new Map<string, SectionName>();
  const add = (name: string, id: SectionName) => {
    const key = fold(name);
    if (!names.has(key)) names.set(key, id);
  };
  for (const language of LANGUAGES) {
    const { sections } = labelsFor(language);
    for (const id of SECTION_IDS) add(sections[id], id);
  }
  for (const others of Object.values(OTHERS)) {
    for (const [id, list] of Object.entries(others)) {
      for (const name of list.split('|')) add(name.trim(), id as SectionName);
    }
  }
  return names;
}

const fold = (name: string): string => foldLine(name.replace(/[:：.\s]+$/u, '').replaceAll('&', 'and'));

const NAMES: ReadonlyMap<string, SectionName> = readNames();

/** The section that a line names, whatever its capitals and spaces. */
export const sectionNamed = (line: string): SectionName | undefined =>
  line.length > 60 ? undefined : NAMES.get(fold(line));
