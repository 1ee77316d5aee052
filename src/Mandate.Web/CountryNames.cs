namespace Mandate.Web;

/// <summary>Names of countries by their two letters (ISO 3166-1).</summary>
internal static class CountryNames
{
    private static readonly Dictionary<string, (string En, string Kk, string Ru)> All = new(StringComparer.Ordinal)
    {
        ["at"] = ("Austria", "Австрия", "Австрия"),
        ["ch"] = ("Switzerland", "Швейцария", "Швейцария"),
        ["cz"] = ("Czechia", "Чехия", "Чехия"),
        ["de"] = ("Germany", "Германия", "Германия"),
        ["dk"] = ("Denmark", "Дания", "Дания"),
        ["es"] = ("Spain", "Испания", "Испания"),
        ["fi"] = ("Finland", "Финляндия", "Финляндия"),
        ["gb"] = ("United Kingdom", "Ұлыбритания", "Великобритания"),
        ["il"] = ("Israel", "Израиль", "Израиль"),
        ["is"] = ("Iceland", "Исландия", "Исландия"),
        ["kz"] = ("Kazakhstan", "Қазақстан", "Казахстан"),
        ["lk"] = ("Sri Lanka", "Шри-Ланка", "Шри-Ланка"),
        ["lt"] = ("Lithuania", "Литва", "Литва"),
        ["nl"] = ("Netherlands", "Нидерланд", "Нидерланды"),
        ["no"] = ("Norway", "Норвегия", "Норвегия"),
        ["nz"] = ("New Zealand", "Жаңа Зеландия", "Новая Зеландия"),
        ["pl"] = ("Poland", "Польша", "Польша"),
        ["pt"] = ("Portugal", "Португалия", "Португалия"),
        ["ru"] = ("Russia", "Ресей", "Россия"),
        ["se"] = ("Sweden", "Швеция", "Швеция"),
        ["si"] = ("Slovenia", "Словения", "Словения"),
        ["sk"] = ("Slovakia", "Словакия", "Словакия"),
        ["tl"] = ("Timor-Leste", "Тимор-Лесте", "Тимор-Лешти"),
        ["tr"] = ("Türkiye", "Түркия", "Турция"),
        ["us"] = ("United States", "Америка Құрама Штаттары", "Соединённые Штаты"),
    };

    /// <summary>The name in a language; the two letters where there is none.</summary>
    public static string Of(string country, string language)
    {
        if (!All.TryGetValue(country, out var name))
        {
            return country.ToUpperInvariant();
        }

        return language switch { "kk" => name.Kk, "ru" => name.Ru, _ => name.En };
    }
}
