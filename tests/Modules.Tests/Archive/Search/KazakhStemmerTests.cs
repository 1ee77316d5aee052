using Mandate.Archive.Search.Analysis;

namespace Mandate.Modules.Tests.TheArchive.Search;

public sealed class KazakhStemmerTests
{
    [Theory]
    [InlineData("қала", "қала")]
    [InlineData("қалалар", "қала")]
    [InlineData("қалаларда", "қала")]
    [InlineData("қалаларының", "қала")]
    [InlineData("қаласында", "қала")]
    [InlineData("қаланың", "қала")]
    [InlineData("заңға", "заң")]
    [InlineData("заңның", "заң")]
    [InlineData("заңдарымен", "заң")]
    [InlineData("сайлауға", "сайлау")]
    [InlineData("депутаттардан", "депутат")]
    [InlineData("депутаты", "депутат")]
    [InlineData("кітабын", "кітап")]
    [InlineData("мектебіміздің", "мектеп")]
    [InlineData("үйлер", "үй")]
    // Not Kazakh, and left alone since no such ending follows these sounds.
    [InlineData("палата", "палата")]
    [InlineData("политика", "политика")]
    [InlineData("дата", "дата")]
    [InlineData("о", "о")]
    public void Stem_Word_LosesItsEndings(string word, string stem) => KazakhStemmer.Stem(Letters.Folded(word)).ShouldBe(Letters.Folded(stem));

    [Fact]
    public void Stem_AnyWord_KeepsTwoLettersAtLeast()
    {
        var random = new Random(9);
        const string Alphabet = "адеиклмнгбпрстуы";
        for (var i = 0; i < 100_000; i++)
        {
            var word = string.Concat(Enumerable.Range(0, random.Next(3, 12)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            var stem = KazakhStemmer.Stem(word);
            stem.Length.ShouldBeInRange(2, word.Length);
        }
    }
}
