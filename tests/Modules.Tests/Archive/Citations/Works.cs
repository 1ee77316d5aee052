using Mandate.Archive.Citations;

namespace Mandate.Modules.Tests.TheArchive.Citations;

/// <summary>Works to cite; all are made up, but for their forms.</summary>
internal static class Works
{
    public const string Url = "https://archive.example/d";

    public static CitedWork Blank(WorkKind kind, string title) =>
        new(kind, title, [], [], null, null, null, null, null, null, null, null, null, null, null, null, null, null, "en", "made/one", Url, null);

    public static CitedWork Of(string name) => name switch
    {
        "article" => Blank(WorkKind.Article, "Thresholds and Their Bases") with
        {
            Authors = [new("Anna", "Berg"), new("John Q.", "Smith", "Jr.")],
            Serial = "Constitutional Law Journal",
            SerialAbbreviation = "Const. L.J.",
            Volume = "12",
            Issue = "3",
            FirstPage = "103",
            LastPage = "108",
            PinPage = "105",
            Date = new(2019, 9),
        },
        "act" => Blank(WorkKind.Act, "Elections Act of 1995") with
        {
            Number = "Pub. L. No. 104-12",
            Section = "97",
            Serial = "Statutes at Large",
            SerialAbbreviation = "Stat.",
            Volume = "109",
            FirstPage = "852",
            LastPage = "869",
            PinPage = "853",
            Date = new(1995, 9, 28),
        },
        "code" => Blank(WorkKind.Code, "United States Code") with { Serial = "United States Code", SerialAbbreviation = "U.S.C.", Volume = "5", Section = "552a(b)(1)", Date = new(2018) },
        "gazette" => Blank(WorkKind.Gazette, "Notice of Polling Places") with
        {
            CorporateAuthors = ["Election Office"],
            Serial = "Federal Register",
            SerialAbbreviation = "Fed. Reg.",
            Volume = "60",
            FirstPage = "50379",
            LastPage = "50407",
            PinPage = "50381",
            Date = new(1995, 9, 29),
        },
        "report" => Blank(WorkKind.Report, "Kazakhstan’s Parliamentary Elections") with
        {
            Authors = [new("Maria A.", "Example")],
            CorporateAuthors = ["Congressional Research Service"],
            Number = "IN11581",
            PinPage = "1",
            Place = "Washington, DC",
            Date = new(2021, 1, 22),
        },
        "protocol" => Blank(WorkKind.Protocol, "Протокол участковой комиссии № 12") with
        {
            CorporateAuthors = ["Участковая избирательная комиссия № 12"],
            Number = "12",
            PinPage = "1",
            Language = "ru",
            Date = new(2021, 1, 10),
            Standing = "made-up count",
        },
        "book" => Blank(WorkKind.Book, "How Seats Are Won") with
        {
            Authors = [new("Anna", "Berg"), new("Li", "Wei"), new("Jean-Paul", "Roux")],
            Volume = "2",
            Place = "Oslo",
            Publisher = "North Press",
            PinPage = "47",
            Isbn = "978-0-00-000000-2",
            Date = new(2019),
        },
        "issue" => Blank(WorkKind.Issue, "Constitutional Law Journal") with { Serial = "Constitutional Law Journal", SerialAbbreviation = "Const. L.J.", Volume = "12", Issue = "3", Date = new(2019, 9), Issn = "0000-0019" },
        "case" => Blank(WorkKind.Case, "Berg v. Electoral Commission") with
        {
            CorporateAuthors = ["Supreme Court"],
            Serial = "Election Reports",
            SerialAbbreviation = "Elec. Rep.",
            Volume = "410",
            FirstPage = "113",
            LastPage = "178",
            PinPage = "116",
            Date = new(1973, 1, 22),
        },
        "debate" => Blank(WorkKind.Debate, "Debate on the Elections Bill") with
        {
            Authors = [new("Rep.", "Berg")],
            Serial = "Congressional Record",
            SerialAbbreviation = "Cong. Rec.",
            Volume = "123",
            FirstPage = "17147",
            Date = new(1977, 6, 2),
        },
        "document" => Blank(WorkKind.Document, "Letter to the Voters") with { CorporateAuthors = ["Central Commission"], PinPage = "2" },
        "статья" => Blank(WorkKind.Article, "О барьере на выборах") with
        {
            Authors = [new("Иван Петрович", "Сидоров")],
            Serial = "Право и выборы",
            Issue = "3",
            FirstPage = "45",
            LastPage = "52",
            PinPage = "47",
            Language = "ru",
            Date = new(2019),
        },
        "заң" => Blank(WorkKind.Act, "Сайлау туралы") with { Number = "2464", Section = "97-1", PinPage = "3", Language = "kk", Date = new(1995, 9, 28) },
        "мақала" => Blank(WorkKind.Article, "Сайлау жүйелері") with
        {
            Authors = [new("Әсел", "Нұрланқызы"), new("Болат", "Серікұлы"), new("Гүлнар", "Оспан"), new("Дәулет", "Ахмет")],
            Serial = "Құқық және мемлекет",
            Volume = "7",
            Issue = "2",
            FirstPage = "10",
            LastPage = "19",
            Language = "kk",
            Date = new(2020),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
