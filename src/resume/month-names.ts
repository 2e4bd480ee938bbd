// The months' names in the languages of Europe that people write résumés in, by form and by case. They are written out
// rather than asked of `Intl`, so that a date is read the same whatever version of Node.js reads it.

/** Croatian names stand among them for the doubt they raise: `listopad` is October there and November in Poland. */
const NAMES = [
  'january januar janvier enero janeiro gennaio januari styczeń stycznia ιανουάριος ιανουαρίου январь января січень січня ocak siječanj',
  'february februar février febrero fevereiro febbraio februari luty lutego φεβρουάριος φεβρουαρίου февраль февраля лютий лютого şubat veljača',
  'march märz mars marzo março maart mrt marzec marca μάρτιος μαρτίου март марта березень березня mart ožujak',
  'april avril abril aprile kwiecień kwietnia απρίλιος απριλίου апрель апреля квітень квітня nisan travanj',
  'may mai mayo maio maggio mei maj maja μάιος μαΐου май мая травень травня mayıs svibanj',
  'june juni juin junio junho giugno czerwiec czerwca ιούνιος ιουνίου июнь июня червень червня haziran lipanj',
  'july juli juillet julio julho luglio lipiec lipca ιούλιος ιουλίου июль июля липень липня temmuz srpanj',
  'august août agosto augustus sierpień sierpnia αύγουστος αυγούστου август августа серпень серпня ağustos kolovoz',
  'september septembre septiembre setembro settembre wrzesień września σεπτέμβριος σεπτεμβρίου сентябрь сентября вересень вересня eylül rujan',
  'october oktober octobre octubre outubro ottobre październik października οκτώβριος οκτωβρίου октябрь октября жовтень жовтня ekim listopad listopada',
  'november novembre noviembre novembro listopad listopada νοέμβριος νοεμβρίου ноябрь ноября листопад листопада kasım studeni',
  'december dezember décembre diciembre dezembro dicembre grudzień grudnia δεκέμβριος δεκεμβρίου декабрь декабря грудень грудня aralık prosinac',
].map((names) => fold(names).split(' '));

/** `September`, `Sept`, `settembre`, `мая` → the number of the month; undefined for no month, or for two. */
export function monthOf(name: string): number | undefined {
  const folded = fold(name);
  const means = (match: (known: string) => boolean) =>
    NAMES.flatMap((names, index) => (names.some(match) ? [index + 1] : []));
  const whole = means((known) => known === folded);
  const found = whole.length > 0 ? whole : means((known) => folded.length >= 3 && known.startsWith(folded));
  return found.length === 1 ? found[0] : undefined;
}

/** Lower case without accents, which many leave out. */
function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}
