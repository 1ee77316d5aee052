using System.Globalization;

namespace Mandate.Results.Generating;

/// <summary>The page that lies beside made-up files and says what they are.</summary>
internal static class ReadMe
{
    public static string Text(MadeCountry country, IEnumerable<GeneratedFile> files)
    {
        var options = country.Options;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            ALL OF THIS IS MADE UP
            ОСЫНЫҢ БӘРІ ОЙДАН ШЫҒАРЫЛҒАН
            ВСЁ ЭТО ВЫМЫСЕЛ

            {country.Name} is no country, its lists are no parties, nobody voted. The files serve to try software and to
            train with. Do not show their figures under the name of any real place. Ids of units and lists begin with
            zz-, a code that no country has.

            {country.Name} деген ел жоқ, оның тізімдері партия емес, ешкім дауыс берген жоқ. Сандарды нақты бір жердің атымен
            көрсетпеңіз.

            Страны {country.Name} нет, её списки — не партии, никто не голосовал. Не показывайте эти числа под именем
            настоящего места.

            Made by: mandate results generate, version {Generator.Version} of the generator
            Seed: {options.Seed}
            Protocols: {options.Precincts}
            Regions: {options.Regions}
            Lists: {options.Lists}
            Slips in a million protocols: {options.SlipsPerMillion}

            The same version and the same numbers give the same bytes.

            {string.Join('\n', files.Select(f => $"{f.Name,-32}{f.Holds}"))}

            """);
    }
}
