using Mandate.Reports;
using Mandate.Reports.Language;

namespace Mandate.Cli.Verbs.Archiving;

/// <summary>The words of the archive's verbs in three languages.</summary>
internal sealed class ArchiveWords(string language)
{
    private static readonly Dictionary<string, (string En, string Kk, string Ru)> All = new(StringComparer.Ordinal)
    {
        ["archive"] = ("Archive", "Мұрағат", "Архив"),
        ["collections"] = ("Collections", "Жинақтар", "Собрания"),
        ["titles"] = ("Titles", "Басылымдар", "Издания"),
        ["name"] = ("Name", "Атауы", "Название"),
        ["access"] = ("Access", "Қолжетімділік", "Доступ"),
        ["public"] = ("public", "жалпыға ашық", "открытый"),
        ["granted"] = ("granted", "рұқсатпен", "по разрешению"),
        ["kind"] = ("Kind", "Түрі", "Вид"),
        ["documents"] = ("Documents", "Құжаттар", "Документы"),
        ["pages"] = ("Pages", "Беттер", "Страницы"),
        ["page"] = ("Page", "Бет", "Страница"),
        ["state"] = ("State", "Күйі", "Состояние"),
        ["files"] = ("Files", "Файлдар", "Файлы"),
        ["originals"] = ("Originals", "Түпнұсқалар", "Оригиналы"),
        ["original"] = ("Original", "Түпнұсқа", "Оригинал"),
        ["checked"] = ("Oldest check", "Ең ескі тексеру", "Самая давняя проверка"),
        ["problems"] = ("Pages with a problem", "Кемшілігі бар беттер", "Страницы с затруднениями"),
        ["problem"] = ("Problem", "Кемшілік", "Затруднение"),
        ["waiting"] = ("waiting", "кезекте", "в очереди"),
        ["read"] = ("read", "оқылды", "прочитана"),
        ["withheld"] = ("withheld", "жарияланбаған", "не выпущена"),
        ["intact"] = ("intact", "бүтін", "целы"),
        ["altered"] = ("altered", "өзгертілген", "изменены"),
        ["missing"] = ("Missing", "Жетіспейді", "Отсутствует"),
        ["unreadable"] = ("unreadable", "оқылмайды", "не читаются"),
        ["not checked"] = ("not checked", "тексерілмеген", "не проверены"),
        ["handle"] = ("Handle", "Тұрақты атау", "Постоянное имя"),
        ["citation"] = ("Citation", "Дәйексөз", "Ссылка"),
        ["authors"] = ("Authors", "Авторлар", "Авторы"),
        ["author"] = ("Author", "Автор", "Автор"),
        ["date"] = ("Date", "Күні", "Дата"),
        ["year"] = ("Year", "Жыл", "Год"),
        ["language"] = ("Language", "Тілі", "Язык"),
        ["serial"] = ("Title", "Басылым", "Издание"),
        ["collection"] = ("Collection", "Жинақ", "Собрание"),
        ["standing"] = ("Standing", "Мәртебесі", "Статус текста"),
        ["standing.Official"] = ("official", "ресми", "официальный"),
        ["standing.Authentic"] = ("authentic", "теңтүпнұсқалы", "аутентичный"),
        ["standing.UnofficialTranslation"] = ("unofficial translation", "бейресми аударма", "неофициальный перевод"),
        ["standing.Copy"] = ("copy", "көшірме", "копия"),
        ["standing.Synthetic"] = ("synthetic", "ойдан шығарылған", "вымышленный"),
        ["synthetic"] = ("This document is made up. It belongs to no country and no election.", "Бұл құжат ойдан шығарылған. Ол ешбір елге де, ешбір сайлауға да жатпайды.", "Этот документ вымышлен. Он не относится ни к какой стране и ни к каким выборам."),
        ["rights"] = ("Rights", "Құқықтар", "Права"),
        ["source"] = ("Source", "Дереккөз", "Источник"),
        ["aliases"] = ("Other names", "Басқа атаулары", "Другие имена"),
        ["label"] = ("Label", "Белгісі", "Метка"),
        ["confidence"] = ("Confidence", "Сенімділік", "Уверенность"),
        ["version"] = ("Version", "Нұсқа", "Версия"),
        ["events"] = ("Events", "Оқиғалар", "События"),
        ["event"] = ("Event", "Оқиға", "Событие"),
        ["outcome"] = ("Outcome", "Нәтиже", "Исход"),
        ["detail"] = ("Detail", "Толығырақ", "Подробности"),
        ["value"] = ("Value", "Мәні", "Значение"),
        ["results"] = ("Results", "Нәтижелер", "Результаты"),
        ["unknown"] = ("not known", "белгісіз", "не известно"),
        ["holdings"] = ("Holdings", "Қордағы басылымдар", "Фонд"),
        ["volumes"] = ("Volumes held / expected", "Томдар: қорда / күтілетін", "Тома: в фонде / ожидается"),
        ["issues"] = ("Issues held / expected", "Нөмірлер: қорда / күтілетін", "Номера: в фонде / ожидается"),
        ["volume"] = ("volume", "том", "том"),
        ["issue"] = ("issue", "нөмір", "номер"),
        ["why"] = ("Why", "Себебі", "Почему"),
        ["why.BetweenHeld"] = ("parts before and after it are held", "алдыңғысы мен кейінгісі қорда бар", "предыдущая и следующая части есть"),
        ["why.Planned"] = ("the title's plan has it", "басылым жоспарында бар", "есть в плане издания"),
        ["why.Expected"] = ("by its frequency it should be out", "жиілігіне қарай шығуға тиіс", "по периодичности должен был выйти"),
        ["why.NotSeen"] = ("not seen; perhaps never printed", "көрінбейді; мүмкін басылмаған", "не встречена; возможно, не печаталась"),
        ["why.Unreadable"] = ("held, but cannot be read", "қорда бар, бірақ оқылмайды", "есть, но не читается"),
        ["found"] = ("{0} pages in {1} documents and sections", "{1} құжат пен бөлімдегі {0} бет", "страниц: {0}, документов и разделов: {1}"),
    };

    private readonly Speech speech = new(language);

    /// <summary>A word by its key.</summary>
    public string this[string key] => language switch { "kk" => All[key].Kk, "ru" => All[key].Ru, _ => All[key].En };

    /// <summary>A number as the language writes it.</summary>
    public string Number(long number) => speech.Number(number);

    /// <summary>How much was found.</summary>
    public string Found(long pages, long sections) => string.Format(System.Globalization.CultureInfo.InvariantCulture, this["found"], Number(pages), Number(sections));

    /// <summary>A paper in this language.</summary>
    public Paper Paper(string title, params Block[] blocks) => new(language, title, string.Empty, string.Empty, blocks);
}
