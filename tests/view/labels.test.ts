import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language, languageOf } from '../../src/resume/locales.js';
import { type Labels, labelsFor } from '../../src/view/labels.js';
import { formatDate } from '../../src/view/period.js';
import { pairsOf, viewOf } from './view-of.js';

// Every word of every language, as it is printed: who changes one sees it here.

const WORDS: Record<Language, Record<string, string>> = {
  en: {
    document: 'Résumé',
    sections:
      'Summary · Experience · Projects · Education · Skills · Languages · Certifications · Awards · Publications · Talks · Patents · Volunteering · Memberships · Interests · References',
    facts: 'Minor · Grade · Honors · Thesis · Courses',
    records: 'Credential X-1 · expires May 2028 · p. 7 · pp. 7–15',
    years: '0 years · 1 year · 2 years · 5 years · 21 years · 22 years',
  },
  de: {
    document: 'Lebenslauf',
    sections:
      'Profil · Berufserfahrung · Projekte · Ausbildung · Kenntnisse · Sprachen · Zertifikate · Auszeichnungen · Publikationen · Vorträge · Patente · Ehrenamt · Mitgliedschaften · Interessen · Referenzen',
    facts: 'Nebenfach · Note · Auszeichnungen · Abschlussarbeit · Kurse',
    records: 'Zertifikatsnr. X-1 · gültig bis Mai 2028 · S. 7 · S. 7–15',
    years: '0 Jahre · 1 Jahr · 2 Jahre · 5 Jahre · 21 Jahre · 22 Jahre',
  },
  fr: {
    document: 'Curriculum vitae',
    sections:
      'Profil · Expérience professionnelle · Projets · Formation · Compétences · Langues · Certifications · Prix et distinctions · Publications · Conférences · Brevets · Bénévolat · Affiliations · Centres d’intérêt · Références',
    facts: 'Mineure · Note · Distinctions · Mémoire · Cours',
    records: 'Certificat n° X-1 · échéance mai 2028 · p. 7 · p. 7–15',
    years: '0 an · 1 an · 2 ans · 5 ans · 21 ans · 22 ans',
  },
  es: {
    document: 'Currículum',
    sections:
      'Perfil · Experiencia profesional · Proyectos · Formación · Habilidades · Idiomas · Certificaciones · Premios · Publicaciones · Ponencias · Patentes · Voluntariado · Asociaciones · Intereses · Referencias',
    facts: 'Especialidad secundaria · Calificación · Distinciones · Tesis · Asignaturas',
    records: 'Credencial X-1 · vencimiento: may 2028 · p. 7 · pp. 7–15',
    years: '0 años · 1 año · 2 años · 5 años · 21 años · 22 años',
  },
  pt: {
    document: 'Currículo',
    sections:
      'Perfil · Experiência profissional · Projetos · Formação · Competências · Idiomas · Certificações · Distinções · Publicações · Palestras · Patentes · Voluntariado · Associações · Interesses · Referências',
    facts: 'Área secundária · Nota · Distinções · Tese · Disciplinas',
    records: 'Credencial X-1 · válido até mai 2028 · p. 7 · pp. 7–15',
    years: '0 ano · 1 ano · 2 anos · 5 anos · 21 anos · 22 anos',
  },
  it: {
    document: 'Curriculum vitae',
    sections:
      'Profilo · Esperienza professionale · Progetti · Istruzione e formazione · Competenze · Lingue · Certificazioni · Premi e riconoscimenti · Pubblicazioni · Conferenze · Brevetti · Volontariato · Associazioni · Interessi · Referenze',
    facts: 'Materia secondaria · Voto · Riconoscimenti · Tesi · Corsi',
    records: 'Credenziale X-1 · scadenza: mag 2028 · p. 7 · pp. 7–15',
    years: '0 anni · 1 anno · 2 anni · 5 anni · 21 anni · 22 anni',
  },
  nl: {
    document: 'Curriculum vitae',
    sections:
      'Profiel · Werkervaring · Projecten · Opleiding · Vaardigheden · Talen · Certificaten · Prijzen · Publicaties · Lezingen · Patenten · Vrijwilligerswerk · Lidmaatschappen · Interesses · Referenties',
    facts: 'Minor · Cijfer · Onderscheidingen · Scriptie · Vakken',
    records: 'Certificaatnr. X-1 · geldig tot mei 2028 · p. 7 · p. 7–15',
    years: '0 jaar · 1 jaar · 2 jaar · 5 jaar · 21 jaar · 22 jaar',
  },
  pl: {
    document: 'Curriculum vitae',
    sections:
      'Profil zawodowy · Doświadczenie zawodowe · Projekty · Wykształcenie · Umiejętności · Języki · Certyfikaty · Nagrody · Publikacje · Wystąpienia · Patenty · Wolontariat · Członkostwa · Zainteresowania · Referencje',
    facts: 'Specjalizacja dodatkowa · Ocena · Wyróżnienia · Praca dyplomowa · Przedmioty',
    records: 'Nr certyfikatu X-1 · ważny do: maj 2028 · s. 7 · s. 7–15',
    years: '0 lat · 1 rok · 2 lata · 5 lat · 21 lat · 22 lata',
  },
  el: {
    document: 'Βιογραφικό σημείωμα',
    sections:
      'Προφίλ · Επαγγελματική εμπειρία · Έργα · Εκπαίδευση · Δεξιότητες · Γλώσσες · Πιστοποιήσεις · Βραβεία · Δημοσιεύσεις · Ομιλίες · Διπλώματα ευρεσιτεχνίας · Εθελοντισμός · Επαγγελματικές ενώσεις · Ενδιαφέροντα · Συστάσεις',
    facts: 'Δευτερεύουσα κατεύθυνση · Βαθμός · Διακρίσεις · Διπλωματική εργασία · Μαθήματα',
    records: 'Αρ. πιστοποιητικού X-1 · λήξη: Μάι 2028 · σ. 7 · σσ. 7–15',
    years: '0 έτη · 1 έτος · 2 έτη · 5 έτη · 21 έτη · 22 έτη',
  },
  ru: {
    document: 'Резюме',
    sections:
      'О себе · Опыт работы · Проекты · Образование · Навыки · Языки · Сертификаты · Награды · Публикации · Выступления · Патенты · Волонтёрство · Членство в организациях · Интересы · Рекомендации',
    facts: 'Дополнительная специальность · Оценка · Отличия · Дипломная работа · Курсы',
    records: 'Сертификат № X-1 · действует до: май 2028 · с. 7 · с. 7–15',
    years: '0 лет · 1 год · 2 года · 5 лет · 21 год · 22 года',
  },
  uk: {
    document: 'Резюме',
    sections:
      'Про себе · Досвід роботи · Проєкти · Освіта · Навички · Мови · Сертифікати · Нагороди · Публікації · Виступи · Патенти · Волонтерство · Членство в організаціях · Інтереси · Рекомендації',
    facts: 'Додаткова спеціальність · Оцінка · Відзнаки · Дипломна робота · Курси',
    records: 'Сертифікат № X-1 · дійсний до: травень 2028 · с. 7 · с. 7–15',
    years: '0 років · 1 рік · 2 роки · 5 років · 21 рік · 22 роки',
  },
  tr: {
    document: 'Özgeçmiş',
    sections:
      'Profil · İş Deneyimi · Projeler · Eğitim · Beceriler · Diller · Sertifikalar · Ödüller · Yayınlar · Konuşmalar · Patentler · Gönüllülük · Üyelikler · İlgi Alanları · Referanslar',
    facts: 'Yan dal · Not ortalaması · Onur ve ödüller · Tez · Dersler',
    records: 'Sertifika no. X-1 · son geçerlilik: May 2028 · s. 7 · s. 7–15',
    years: '0 yıl · 1 yıl · 2 yıl · 5 yıl · 21 yıl · 22 yıl',
  },
  ja: {
    document: '職務経歴書',
    sections:
      '職務要約 · 職歴 · プロジェクト · 学歴 · スキル · 語学 · 資格・免許 · 受賞歴 · 著作・論文 · 講演・発表 · 特許 · ボランティア活動 · 所属団体 · 趣味・関心 · 推薦者',
    facts: '副専攻 · 成績 · 表彰 · 論文題目 · 履修科目',
    records: '認定番号 X-1 · 有効期限：2028年5月 · p. 7 · pp. 7–15',
    years: '0年 · 1年 · 2年 · 5年 · 21年 · 22年',
  },
  'zh-Hans': {
    document: '简历',
    sections:
      '个人简介 · 工作经历 · 项目经历 · 教育背景 · 专业技能 · 语言能力 · 资格证书 · 获奖情况 · 发表论著 · 演讲与报告 · 专利 · 志愿服务 · 社会任职 · 兴趣爱好 · 推荐人',
    facts: '辅修 · 成绩 · 荣誉 · 论文题目 · 主修课程',
    records: '证书编号 X-1 · 有效期至2028年5月 · 第7页 · 第7–15页',
    years: '0年 · 1年 · 2年 · 5年 · 21年 · 22年',
  },
  ko: {
    document: '이력서',
    sections:
      '자기소개 · 경력 · 프로젝트 · 학력 · 보유 기술 · 어학 · 자격증 · 수상 내역 · 논문 및 저서 · 발표 및 강연 · 특허 · 봉사 활동 · 소속 단체 · 관심사 · 추천인',
    facts: '부전공 · 학점 · 수상 · 학위 논문 · 이수 과목',
    records: '자격 번호 X-1 · 유효 기간: 2028년 5월까지 · p. 7 · pp. 7–15',
    years: '0년 · 1년 · 2년 · 5년 · 21년 · 22년',
  },
  ar: {
    document: 'سيرة ذاتية',
    sections:
      'نبذة مهنية · الخبرات المهنية · المشاريع · المؤهلات العلمية · المهارات · اللغات · الشهادات المهنية · الجوائز · المنشورات · المحاضرات والعروض · براءات الاختراع · العمل التطوعي · العضويات · الاهتمامات · المعرّفون',
    facts: 'التخصص الفرعي · المعدل · مراتب الشرف · عنوان الرسالة · المقررات',
    records: 'رقم الشهادة X-1 · صالحة حتى مايو 2028 · ص 7 · ص 7–15',
    years: '0 سنة · سنة واحدة · سنتان · 5 سنوات · 21 سنة · 22 سنة',
  },
  he: {
    document: 'קורות חיים',
    sections:
      'תמצית · ניסיון תעסוקתי · פרויקטים · השכלה · מיומנויות · שפות · הסמכות ותעודות · פרסים · פרסומים · הרצאות · פטנטים · התנדבות · חברות בארגונים · תחומי עניין · ממליצים',
    facts: 'חטיבה משנית · ציון · הצטיינות · עבודת גמר · קורסים',
    records: 'מספר תעודה X-1 · בתוקף עד מאי 2028 · עמ׳ 7 · עמ׳ 7–15',
    years: '0 שנים · שנה אחת · שנתיים · 5 שנים · 21 שנים · 22 שנים',
  },
};

const joined = (words: readonly string[]) => words.join(' · ');

function wordsOf(labels: Labels): Record<string, string> {
  const { document, sections, minor, score, honors, thesis, courses, credential } = labels;
  const expires = labels.expires(formatDate('2028-05', labels));
  return {
    document,
    sections: joined(Object.values(sections)),
    facts: joined([minor, score, honors, thesis, courses]),
    records: joined([`${credential} X-1`, expires, labels.pages('7'), labels.pages('7–15')]),
    years: joined(['0', '1', '2', '5', '21', '22'].map(labels.years)),
  };
}

describe('the words', () => {
  it.each(LANGUAGES)('of %s', (language) => {
    expect(wordsOf(labelsFor(language))).toEqual(WORDS[language]);
  });

  it.each(LANGUAGES)('of %s name the same sections in the same order', (language) => {
    expect(Object.keys(labelsFor(language).sections)).toEqual(Object.keys(labelsFor('en').sections));
  });

  it.each(LANGUAGES)('of %s tell one section from another', (language) => {
    const titles = Object.values(labelsFor(language).sections);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it.each(LANGUAGES)('of %s leave pages that begin with an abbreviation as they are', (language) => {
    const { pages } = labelsFor(language);
    for (const text of [pages('3'), pages('3–6')]) expect(pages(text)).toBe(text);
  });

  it.each(LANGUAGES)('of %s leave years that are no number as they are', (language) => {
    expect(labelsFor(language).years('10+')).toBe('10+');
  });
});

// From the rules of the languages, not from `Intl`: a form that is missing falls back on another without a sound.
describe('years', () => {
  it.each([
    ['ru', '11 лет', '12 лет', '14 лет', '24 года', '25 лет', '101 год', '111 лет'],
    ['uk', '11 років', '12 років', '14 років', '24 роки', '25 років', '101 рік', '111 років'],
    ['pl', '11 lat', '12 lat', '14 lat', '24 lata', '25 lat', '101 lat', '111 lat'],
  ])('of %s have all their forms', (language, ...expected) => {
    const counts = ['11', '12', '14', '24', '25', '101', '111'];
    expect(counts.map(labelsFor(language).years)).toEqual(expected);
  });
});

describe('the language of a locale', () => {
  it.each([
    ['de', 'de'],
    ['DE', 'de'],
    ['de-CH', 'de'],
    ['de-Latn-AT-1996', 'de'],
    ['fr-ca', 'fr'],
    ['pt-BR', 'pt'],
    ['en-GB', 'en'],
    ['de-u-ca-buddhist', 'de'],
    ['ja', 'ja'],
    ['ja-JP', 'ja'],
    ['ja-Latn', undefined],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh-TW', undefined],
    ['zh-HK', undefined],
    ['zh-Hant', undefined],
    ['zh-Hant-TW', undefined],
    ['ar-EG', 'ar'],
    ['iw', 'he'],
    ['den', undefined],
    ['de_AT', undefined],
    ['x y', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('%j is %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });

  it('gives the words, the locale the names of countries', () => {
    const words = (locale: string) => {
      const { document, country } = labelsFor(locale);
      return [document, country('fr')];
    };
    expect(words('de-CH')).toEqual(['Lebenslauf', 'Frankreich']);
    expect(words('zh-SG')).toEqual(['简历', '法国']);
    expect(words('zh-TW')).toEqual(['Résumé', 'France']);
  });
});

describe('a résumé in German', () => {
  it('has German words everywhere', () => {
    const view = viewOf(`basics: {name: Ada, location: {city: Wien, countryCode: AT}}
education: [{institution: TU, minor: Musik, thesis: Licht}]
skills: [{name: Go, years: 1}]
certificates: [{name: CKA, credentialId: X-1, expires: 2028-05-03}]
publications: [{name: Torf, pages: 3–6}]
meta: {locale: de-AT}`);
    expect(view.lang).toBe('de-AT');
    expect(view.title).toBe('Ada – Lebenslauf');
    const all = JSON.stringify(view);
    const expected = ['Wien, Österreich', 'Ausbildung', 'Kenntnisse', 'Zertifikate', 'Publikationen'];
    const more = ['Nebenfach', 'Abschlussarbeit', '1 Jahr', 'Zertifikatsnr. X-1', 'gültig bis 3. Mai 2028'];
    for (const word of [...expected, ...more, 'S. 3–6']) expect(all).toContain(`"plain":"${word}"`);
  });

  it('still has the author’s own titles', () => {
    const { sections } = viewOf('work: [{name: N}]\nmeta: {locale: de, titles: {work: Laufbahn}}');
    expect(sections.map(({ title }) => title.plain)).toEqual(['Laufbahn']);
  });

  it('keeps the commas of lists', () => {
    expect(pairsOf('skills: [{name: Go, keywords: [a, b, c]}]\nmeta: {locale: de}')).toEqual(['Go: a, b, c']);
  });
});

describe('the punctuation', () => {
  const skills = 'skills: [{name: Go, level: x, years: 2, keywords: [a, {name: b, level: y}]}]';
  const job = 'work: [{name: N, keywords: [a, {name: b, level: y, years: 3}]}]';
  const spoken = (locale: string) => {
    const { marks, sections, contacts } = viewOf(`basics:
  name: Ada
  location: {address: "1 A\\n2 B", city: C}
${skills}
${job}
references: [{name: R, email: [{label: Office, value: r@example.com}]}]
meta: {locale: ${locale}}`);
    const texts = sections.flatMap((section) =>
      section.kind === 'entries' || section.kind === 'records'
        ? section.entries.flatMap(({ keywords, details }) => [...keywords, ...details])
        : [],
    );
    return { marks, texts: texts.map(({ plain }) => plain), place: contacts[0]?.[0]?.text.plain };
  };

  it.each([
    ['en', ['a', 'b (y, 3 years)', 'Office: r@example.com'], '1 A, 2 B, C'],
    ['fr', ['a', 'b (y, 3 ans)', 'Office\u00a0: r@example.com'], '1 A, 2 B, C'],
    ['ja', ['a', 'b（y、3年）', 'Office：r@example.com'], '1 A、2 B、C'],
    ['zh-CN', ['a', 'b（y、3年）', 'Office：r@example.com'], '1 A、2 B、C'],
    ['ko', ['a', 'b(y, 3년)', 'Office: r@example.com'], '1 A, 2 B, C'],
    ['ar', ['a', 'b (y، 3 سنوات)', 'Office: r@example.com'], '1 A، 2 B، C'],
    ['he', ['a', 'b (y, 3 שנים)', 'Office: r@example.com'], '1 A, 2 B, C'],
  ])('of %s joins what the view joins', (locale, texts, place) => {
    expect(spoken(locale)).toMatchObject({ texts, place });
  });
});
