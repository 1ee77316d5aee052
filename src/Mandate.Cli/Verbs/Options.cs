using System.CommandLine;
using Mandate.Laws;

namespace Mandate.Cli.Verbs;

/// <summary>Options that several verbs take.</summary>
internal static class Options
{
    public static Option<string> Format()
    {
        var option = new Option<string>("--format") { Description = "text for people, json for programs.", DefaultValueFactory = _ => "text" };
        option.AcceptOnlyFromAmong("text", "json");
        return option;
    }

    public static Option<string> Language()
    {
        var option = new Option<string>("--language") { Description = "Language of text and papers: en, kk or ru.", DefaultValueFactory = _ => "en" };
        option.AcceptOnlyFromAmong([.. Words.Languages]);
        return option;
    }

    public static Option<string[]> Lots() => new("--lot")
    {
        Description = "A recorded lot, CONTEST/AREA:STEP=LIST. May be given several times.",
        HelpName = "CONTEST/AREA:STEP=LIST",
    };

    public static Option<string[]> Facts() => new("--fact")
    {
        Description = "A fact that the data lack, CONTEST/AREA:THING=VALUE; THING is registered.LIST, votes.LIST, seats or a figure.",
        HelpName = "KEY=VALUE",
    };

    public static Option<string?> Law() => new("--law")
    {
        Description = "Another version of a law, such as kz/majilis@2009-02-09: what the same votes would have given under it.",
        HelpName = "LAW@VERSION",
    };

    public static Option<DateOnly?> On(string description) => new("--on")
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : string.Empty;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError($"Found '{text}'; expected a day written YYYY-MM-DD.");
            return null;
        },
    };

    public static Argument<string> Election() => new("ELECTION") { Description = "An election's id, such as kz-majilis-2021, or a folder with election.yaml." };
}
