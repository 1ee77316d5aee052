using Lucene.Net.Util;

namespace Mandate.Archive.Search.Matching;

/// <summary>How well a word's frequency speaks for a page: BM25 with k1 = 1.2 and b = 0.75, titles added before saturation (BM25F).</summary>
/// <remarks>Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009.</remarks>
internal sealed class Bm25
{
    /// <summary>What a word of a title counts beside 1 on a page of mean length.</summary>
    public const float TitleWeight = 3;

    private const float K1 = 1.2f;
    private const float B = 0.75f;
    private static readonly float[] Lengths = [.. Enumerable.Range(0, 256).Select(code => code == 0 ? 0 : 1 / Square(SmallSingle.Byte315ToSingle((byte)code)))];
    private readonly float[] _shares = new float[256];

    /// <summary>Makes the weights of an index.</summary>
    /// <param name="meanLength">The mean length of its pages in words; at least 1.</param>
    public Bm25(double meanLength)
    {
        for (var code = 0; code < 256; code++)
        {
            _shares[code] = 1 / (1 - B + (B * Lengths[code] / (float)meanLength));
        }
    }

    /// <summary>The length in words that a code of the index stands for, to about an eighth.</summary>
    public static float Length(byte code) => Lengths[code];

    /// <summary>How rare a word is.</summary>
    /// <param name="pages">Pages of the index.</param>
    /// <param name="with">Pages that have the word.</param>
    public static float Rarity(long pages, long with) => (float)Math.Log(1 + ((pages - with + 0.5) / (with + 0.5)));

    /// <summary>The score of one word, from 0 to 2.2, still to be multiplied by its rarity.</summary>
    /// <param name="text">Its weighted frequency on the page.</param>
    /// <param name="title">Its weighted frequency in titles.</param>
    /// <param name="length">The code of the page's length.</param>
    public float Score(float text, float title, byte length)
    {
        var frequency = (text * _shares[length]) + (title * TitleWeight);
        return (K1 + 1) * frequency / (K1 + frequency);
    }

    private static float Square(float value) => value * value;
}
