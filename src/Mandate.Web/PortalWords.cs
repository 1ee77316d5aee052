namespace Mandate.Web;

/// <summary>Words that only the portal uses.</summary>
internal static partial class PortalWords
{
    private static readonly Dictionary<string, (string En, string Kk, string Ru)> All = new(StringComparer.Ordinal)
    {
        ["name"] = ("Mandate", "Mandate", "Mandate"),
        ["claim"] = ("Every seat traces to its votes.", "Әр орын өз дауыстарына дейін тексеріледі.", "Каждое место прослеживается до голосов."),
        ["skip"] = ("Skip to the content", "Мазмұнға өту", "Перейти к содержанию"),
        ["languages"] = ("Languages", "Тілдер", "Языки"),
        ["home"] = ("Elections and parliaments", "Сайлаулар мен парламенттер", "Выборы и парламенты"),
        ["home.lead"] = (
            "Official votes, the law as data, and the seats that follow: worked out again, step by step.",
            "Ресми дауыстар, дерек түріндегі заң және олардан шығатын орындар: қадамдап қайта есептелген.",
            "Официальные голоса, закон в виде данных и вытекающие места: пересчитано шаг за шагом."),
        ["day"] = ("Day", "Күні", "Дата"),
        ["show"] = ("Show", "Көрсету", "Показать"),
        ["countries"] = ("Countries", "Елдер", "Страны"),
        ["downloads"] = ("Downloads", "Жүктеп алу", "Скачать"),
        ["download.json"] = ("Figures and derivation (JSON)", "Сандар мен есептеу барысы (JSON)", "Данные и вывод (JSON)"),
        ["download.pdf"] = ("Paper (PDF)", "Құжат (PDF)", "Документ (PDF)"),
        ["download.svg"] = ("Hemicycle (SVG)", "Жарты шеңбер (SVG)", "Полукруг (SVG)"),
        ["footer"] = (
            "Recalculations from published figures, not acts of a commission. Sources stand on every page.",
            "Жарияланған сандар бойынша қайта есептеулер, комиссия актілері емес. Дереккөздер әр бетте көрсетілген.",
            "Перерасчёты по опубликованным данным, а не акты комиссии. Источники указаны на каждой странице."),
        ["missing"] = ("There is no such page.", "Мұндай бет жоқ.", "Такой страницы нет."),
        ["wrong"] = ("This address is not understood. A day is written YYYY-MM-DD.", "Бұл мекенжай түсініксіз. Күн ЖЖЖЖ-АА-КК түрінде жазылады.", "Адрес не понят. Дата пишется ГГГГ-ММ-ДД."),
        ["unreadable"] = ("Elections that could not be read, because their files have faults", "Файлдарындағы қателерге байланысты оқылмаған сайлаулар", "Выборы, которые не удалось прочитать из-за ошибок в файлах"),
        ["back"] = ("To all elections", "Барлық сайлауларға", "Ко всем выборам"),
        ["date.unknown"] = ("day not known", "күні белгісіз", "день неизвестен"),
    };

    public static IEnumerable<string> Keys => All.Keys.Concat(OfTheArchive.Keys);

    public static string Say(string key, string language)
    {
        var (en, kk, ru) = All.TryGetValue(key, out var words) ? words : OfTheArchive[key];
        return language switch { "kk" => kk, "ru" => ru, _ => en };
    }

    /// <summary>The words for a key of the archive; null where there are none.</summary>
    public static string? Find(string key, string language) => OfTheArchive.ContainsKey(key) ? Say(key, language) : null;
}
