using System.Globalization;
using System.Text.Unicode;

namespace Mandate.Results.Ledger;

/// <summary>Tells whether bytes are canonical JSON (RFC 8785) of the kind the ledger holds: objects, arrays, strings, true and false.</summary>
public static class CanonicalJson
{
    /// <summary>How many objects and arrays may lie in each other.</summary>
    public const int MostDepth = 32;

    /// <summary>Checks bytes.</summary>
    /// <param name="json">The bytes of one value.</param>
    /// <param name="most">How many bytes there may be; a leaf of the ledger by default.</param>
    /// <returns>Null where they are canonical, else the first fault.</returns>
    /// <remarks>
    /// Canonical means: no white space, one way to escape each letter (section 3.2.2.2), members in the order of their UTF-16 code
    /// units and each once (section 3.2.3), UTF-8 (section 3.2.4). Numbers and null are faults here, since the ledger writes
    /// integers as strings and leaves out what is not known. Letters that Unicode has not assigned pass.
    /// </remarks>
    public static CanonicalFault? Check(ReadOnlySpan<byte> json, int most = LedgerLeaf.MostBytes)
    {
        if (json.Length > most)
        {
            return new CanonicalFault(most, $"{json.Length} bytes", $"at most {most}");
        }

        var scan = new Scan(json);
        return scan.Run();
    }

    private ref struct Scan(ReadOnlySpan<byte> json)
    {
        private readonly ReadOnlySpan<byte> json = json;
        private CanonicalFault? fault;
        private int at;

        public CanonicalFault? Run()
        {
            Span<Range> names = stackalloc Range[MostDepth];
            Span<bool> objects = stackalloc bool[MostDepth];
            for (var depth = 0; fault is null;)
            {
                // A value begins here.
                var first = at < json.Length ? json[at] : (byte)0;
                if (first is (byte)'{' or (byte)'[')
                {
                    if (depth == MostDepth)
                    {
                        return Fault("one object or array more", $"at most {MostDepth} in each other");
                    }

                    at++;
                    objects[depth] = first == '{';
                    names[depth++] = default;
                    if (at < json.Length && json[at] == (objects[depth - 1] ? '}' : ']'))
                    {
                        at++;
                        depth--;
                    }
                    else
                    {
                        if (objects[depth - 1])
                        {
                            Name(ref names[depth - 1], isFirst: true);
                        }

                        continue;
                    }
                }
                else if (first == '"')
                {
                    Text();
                }
                else if (!Word("true"u8) && !Word("false"u8))
                {
                    return Fault(Shown(), first is (byte)'-' or (>= (byte)'0' and <= (byte)'9') ? "an integer as a string of digits" : "an object, an array, a string, true or false");
                }

                // A value has ended; what encloses it goes on or ends as well.
                while (fault is null && depth > 0 && at < json.Length && json[at] == (objects[depth - 1] ? '}' : ']'))
                {
                    at++;
                    depth--;
                }

                if (fault is not null || depth == 0)
                {
                    return fault ?? (at == json.Length ? null : Fault(Shown(), "the end"));
                }

                if (at == json.Length || json[at] != ',')
                {
                    return Fault(Shown(), objects[depth - 1] ? "',' or '}'" : "',' or ']'");
                }

                at++;
                if (objects[depth - 1])
                {
                    Name(ref names[depth - 1], isFirst: false);
                }
            }

            return fault;
        }

        private void Name(ref Range before, bool isFirst)
        {
            if (at == json.Length || json[at] != '"')
            {
                Fault(Shown(), "the name of a member");
                return;
            }

            var start = at;
            Text();
            if (fault is not null)
            {
                return;
            }

            var name = (start + 1)..(at - 1);
            if (!isFirst && Compare(json[before], json[name]) is >= 0 and var order)
            {
                at = start;
                Fault(order == 0 ? "a name that stands before" : "a name that comes before the last one", "names in the order of their UTF-16 code units, each once");
                return;
            }

            before = name;
            if (at == json.Length || json[at] != ':')
            {
                Fault(Shown(), "':'");
                return;
            }

            at++;
        }

        /// <summary>Passes a string whose opening mark is next.</summary>
        private void Text()
        {
            at++;
            while (true)
            {
                var clean = json[at..].IndexOfAny(CanonicalText.Escaped);
                var run = clean < 0 ? json[at..] : json.Slice(at, clean);
                if (!Utf8.IsValid(run))
                {
                    at += FirstInvalid(run);
                    Fault(Shown(), "UTF-8");
                    return;
                }

                at += run.Length;
                if (clean < 0)
                {
                    Fault("the end", "'\"' after a string");
                    return;
                }

                if (json[at] == '"')
                {
                    at++;
                    return;
                }

                if (json[at] != '\\')
                {
                    Fault(Shown(), "its escape");
                    return;
                }

                var (_, length) = CanonicalText.Unescape(json[at..]);
                if (length == 0)
                {
                    Fault("an escape that is not canonical", "\\\", \\\\, \\b, \\t, \\n, \\f, \\r, \\u00 with two small hexadecimal digits for another control, or the letter itself");
                    return;
                }

                at += length;
            }
        }

        private static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
            left.Contains((byte)'\\') || right.Contains((byte)'\\')
                ? CanonicalText.Compare(Unescaped(left), Unescaped(right))
                : CanonicalText.Compare(left, right);

        private static byte[] Unescaped(ReadOnlySpan<byte> text)
        {
            var target = new byte[text.Length];
            var length = 0;
            for (var i = 0; i < text.Length;)
            {
                var (letter, taken) = text[i] == '\\' ? CanonicalText.Unescape(text[i..]) : (text[i], 1);
                target[length++] = letter;
                i += taken;
            }

            return target[..length];
        }

        private static int FirstInvalid(ReadOnlySpan<byte> run)
        {
            Span<char> sink = stackalloc char[256];
            var at = 0;
            while (Utf8.ToUtf16(run[at..], sink, out var read, out _, replaceInvalidSequences: false) == System.Buffers.OperationStatus.DestinationTooSmall)
            {
                at += read;
            }

            Utf8.ToUtf16(run[at..], sink, out var last, out _, replaceInvalidSequences: false);
            return at + last;
        }

        private bool Word(ReadOnlySpan<byte> word)
        {
            var found = json[at..].StartsWith(word);
            at += found ? word.Length : 0;
            return found;
        }

        private readonly string Shown() => at >= json.Length
            ? "the end"
            : json[at] is > 0x20 and < 0x7F ? $"'{(char)json[at]}'" : string.Create(CultureInfo.InvariantCulture, $"byte 0x{json[at]:x2}");

        private CanonicalFault Fault(string found, string expected) => (fault = new CanonicalFault(at, found, expected)).Value;
    }
}

/// <summary>Where bytes are not canonical JSON.</summary>
/// <param name="Offset">The byte, 0 for the first.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What was expected.</param>
public readonly record struct CanonicalFault(int Offset, string Found, string Expected)
{
    /// <summary>Writes <c>byte 12: found …; expected …</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"byte {Offset}: found {Found}; expected {Expected}");
}
