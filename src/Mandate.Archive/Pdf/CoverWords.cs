namespace Mandate.Archive.Pdf;

/// <summary>The words of a cover in three languages.</summary>
internal sealed class CoverWords(string language)
{
    private static readonly Dictionary<string, (string En, string Kk, string Ru)> All = new(StringComparer.Ordinal)
    {
        ["in"] = ("In", "Қайдан", "В составе"),
        ["authors"] = ("Authors", "Авторлар", "Авторы"),
        ["date"] = ("Date", "Күні", "Дата"),
        ["citation"] = ("Citation", "Дәйексөз", "Ссылка"),
        ["pages"] = ("Pages", "Беттер", "Страницы"),
        ["handle"] = ("Handle", "Тұрақты атау", "Постоянное имя"),
        ["address"] = ("Address", "Мекенжай", "Адрес"),
        ["original"] = ("Original", "Түпнұсқа", "Оригинал"),
        ["standing"] = ("Standing", "Мәртебесі", "Статус текста"),
        ["rights"] = ("Rights", "Құқықтар", "Права"),
        ["source"] = ("Source", "Дереккөз", "Источник"),
        ["standing.Official"] = ("Official", "Ресми", "Официальный"),
        ["standing.Authentic"] = ("Authentic", "Теңтүпнұсқалы", "Аутентичный"),
        ["standing.UnofficialTranslation"] = ("Unofficial translation", "Бейресми аударма", "Неофициальный перевод"),
        ["standing.Copy"] = ("Copy", "Көшірме", "Копия"),
        ["standing.Synthetic"] = ("Synthetic", "Ойдан шығарылған", "Вымышленный"),
        ["standing.unknown"] = ("Not known", "Белгісіз", "Не известен"),
        ["synthetic"] = (
            "This document is made up. It belongs to no country and no election.",
            "Бұл құжат ойдан шығарылған. Ол ешбір елге де, ешбір сайлауға да жатпайды.",
            "Этот документ вымышлен. Он не относится ни к какой стране и ни к каким выборам."),
        ["recognised"] = (
            "The text under the images was recognised by a machine, with a mean confidence of {0} of 100. The image is what counts.",
            "Суреттер астындағы мәтінді машина таныды, орташа сенімділігі 100-ден {0}. Негізгісі – сурет.",
            "Текст под изображениями распознан машиной, средняя уверенность {0} из 100. Решает изображение."),
        ["redacted"] = (
            "Parts of the original are covered. The original is restricted.",
            "Түпнұсқаның бөліктері жабылған. Түпнұсқаға қолжетімділік шектелген.",
            "Части оригинала закрыты. Доступ к оригиналу ограничен."),
    };

    /// <summary>A word by its key.</summary>
    public string this[string key] => language switch { "kk" => All[key].Kk, "ru" => All[key].Ru, _ => All[key].En };
}
