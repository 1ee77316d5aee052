using System.Text;
using Mandate.Results.Ledger;

namespace Mandate.Modules.Tests.Ledger;

/// <summary>One way to write a value, and one only.</summary>
public class CanonicalJsonTest
{
    /// <summary>The example of RFC 8785, section 3.2.3: sorted by UTF-16, an emoji lies before U+FB33.</summary>
    [Fact]
    public void Writer_NamesOfTheRfc_StandInItsOrder()
    {
        (string Name, string Text)[] members = [
            ("\r", "Carriage Return"), ("1", "One"), ("\u0080", "Control"), ("\u00f6", "Latin Small Letter O With Diaeresis"),
            ("\u20ac", "Euro Sign"), ("\ud83d\ude00", "Emoji: Grinning Face"), ("\ufb33", "Hebrew Letter Dalet With Dagesh")];
        var writer = new CanonicalJsonWriter();
        writer.StartObject();
        foreach (var (name, text) in members)
        {
            writer.Name(name);
            writer.Text(text);
        }

        writer.EndObject();
        Text(writer).ShouldBe(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
            + "\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
        for (var i = 1; i < members.Length; i++)
        {
            writer.Reset();
            writer.StartObject();
            writer.Name(members[i].Name);
            writer.Boolean(true);
            Should.Throw<InvalidOperationException>(() => writer.Name(members[i - 1].Name)).Message.ShouldContain("UTF-16");
        }
    }

    /// <summary>The string of the example of RFC 8785, section 3.2.2.</summary>
    [Fact]
    public void Writer_StringOfTheRfc_IsEscapedAsThere()
    {
        var writer = new CanonicalJsonWriter();
        writer.Text("\u20ac$\u000f\nA'B\"\\\\\"/");
        Text(writer).ShouldBe("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    }

    [Fact]
    public void Writer_RandomValues_AreWrittenAsThePlainWayDoes()
    {
        var writer = new CanonicalJsonWriter();
        for (var round = 0; round < 3000; round++)
        {
            var value = JsonOracle.Random(new Random(round), depth: 4);
            writer.Reset();
            Write(writer, value);
            Text(writer).ShouldBe(JsonOracle.Write(value), $"round {round}");
            CanonicalJson.Check(writer.Written.Span).ShouldBeNull($"round {round}");
        }
    }

    /// <summary>Whatever single byte is altered, put in or taken out: the check says what the plain way says.</summary>
    [Fact]
    public void Check_DamagedValues_AgreesWithThePlainWay()
    {
        int sound = 0, faulty = 0;
        for (var round = 0; round < 400; round++)
        {
            var random = new Random(round);
            var bytes = Encoding.UTF8.GetBytes(JsonOracle.Write(JsonOracle.Random(random, depth: 3)));
            for (var i = 0; i < bytes.Length; i++)
            {
                byte[] letters = [(byte)random.Next(256), (byte)"\"\\,:[]{}0nua"[random.Next(12)]];
                byte[][] damaged = [[.. bytes[..i], letters[0], .. bytes[(i + 1)..]], [.. bytes[..i], letters[1], .. bytes[i..]], [.. bytes[..i], .. bytes[(i + 1)..]]];
                foreach (var one in damaged)
                {
                    var fault = CanonicalJson.Check(one);
                    (fault is null).ShouldBe(JsonOracle.IsCanonical(one), $"round {round}: {Encoding.UTF8.GetString(one)}: {fault}");
                    fault?.Offset.ShouldBeInRange(0, one.Length);
                    sound += fault is null ? 1 : 0;
                    faulty += fault is null ? 0 : 1;
                }
            }
        }

        sound.ShouldBeGreaterThan(1000);
        faulty.ShouldBeGreaterThan(1000);
    }

    [Theory]
    [InlineData("", "byte 0: found the end; expected an object, an array, a string, true or false")]
    [InlineData("{\"a\":1}", "byte 5: found '1'; expected an integer as a string of digits")]
    [InlineData("{\"a\":null}", "byte 5: found 'n'; expected an object, an array, a string, true or false")]
    [InlineData("{\"a\": true}", "byte 5: found byte 0x20; expected an object, an array, a string, true or false")]
    [InlineData("{\"b\":true,\"a\":true}", "byte 10: found a name that comes before the last one; expected names in the order of their UTF-16 code units, each once")]
    [InlineData("{\"a\":true,\"a\":true}", "byte 10: found a name that stands before; expected names in the order of their UTF-16 code units, each once")]
    [InlineData("{\"\uffee\":true,\"\U0001f600\":true}", "byte 12: found a name that comes before the last one; expected names in the order of their UTF-16 code units, each once")]
    [InlineData("{\"\\n\":true,\"\\b\":true}", "byte 11: found a name that comes before the last one; expected names in the order of their UTF-16 code units, each once")]
    [InlineData("\"\\u0041\"", "byte 1: found an escape that is not canonical; expected \\\", \\\\, \\b, \\t, \\n, \\f, \\r, \\u00 with two small hexadecimal digits for another control, or the letter itself")]
    [InlineData("\"\\u001F\"", "byte 1: found an escape that is not canonical; expected \\\", \\\\, \\b, \\t, \\n, \\f, \\r, \\u00 with two small hexadecimal digits for another control, or the letter itself")]
    [InlineData("\"a\tb\"", "byte 2: found byte 0x09; expected its escape")]
    [InlineData("[true,]", "byte 6: found ']'; expected an object, an array, a string, true or false")]
    [InlineData("[true", "byte 5: found the end; expected ',' or ']'")]
    [InlineData("true ", "byte 4: found byte 0x20; expected the end")]
    [InlineData("{\"a\"}", "byte 4: found '}'; expected ':'")]
    [InlineData("{true}", "byte 1: found 't'; expected the name of a member")]
    [InlineData("\"a", "byte 2: found the end; expected '\"' after a string")]
    public void Check_Fault_SaysWhereAndWhat(string json, string fault) => CanonicalJson.Check(Encoding.UTF8.GetBytes(json)).ToString().ShouldBe(fault);

    [Fact]
    public void Check_BytesThatAreNotUtf8_SaysWhichByte() =>
        CanonicalJson.Check([(byte)'"', (byte)'a', 0xED, 0xA0, 0x80, (byte)'"']).ToString().ShouldBe("byte 2: found byte 0xed; expected UTF-8");

    [Fact]
    public void Check_Limits_AreMet()
    {
        CanonicalJson.Check(Encoding.UTF8.GetBytes(new string('[', 32) + new string(']', 32))).ShouldBeNull();
        CanonicalJson.Check(Encoding.UTF8.GetBytes(new string('[', 33) + new string(']', 33))).ToString().ShouldBe("byte 32: found one object or array more; expected at most 32 in each other");
        CanonicalJson.Check(Encoding.UTF8.GetBytes($"\"{new string('a', 65_533)}\"")).ShouldBeNull();
        CanonicalJson.Check(Encoding.UTF8.GetBytes($"\"{new string('a', 65_534)}\"")).ToString().ShouldBe("byte 65535: found 65536 bytes; expected at most 65535");
    }

    [Fact]
    public void Writer_HalfASurrogatePair_IsRefused()
    {
        Should.Throw<ArgumentException>(() => new CanonicalJsonWriter().Text("a\ud83d")).Message.ShouldStartWith("The text has half a surrogate pair");
        Should.Throw<ArgumentException>(() => new CanonicalJsonWriter().Text([0xED, 0xA0, 0x80])).Message.ShouldStartWith("The text is not UTF-8");
    }

    [Fact]
    public void Writer_OutOfTurn_Throws()
    {
        var writer = new CanonicalJsonWriter();
        Should.Throw<InvalidOperationException>(() => writer.Written);
        Should.Throw<InvalidOperationException>(() => writer.Name("a"));
        writer.StartObject();
        Should.Throw<InvalidOperationException>(() => writer.Boolean(true));
        Should.Throw<InvalidOperationException>(writer.EndArray);
        writer.Name("a");
        Should.Throw<InvalidOperationException>(() => writer.Name("b"));
        Should.Throw<InvalidOperationException>(writer.EndObject);
        writer.Number(long.MinValue);
        Should.Throw<InvalidOperationException>(() => writer.Written);
        writer.EndObject();
        Should.Throw<InvalidOperationException>(() => writer.Boolean(true));
        Text(writer).ShouldBe("{\"a\":\"-9223372036854775808\"}");
        writer.Reset();
        for (var i = 0; i < CanonicalJson.MostDepth; i++)
        {
            writer.StartArray();
        }

        Should.Throw<InvalidOperationException>(writer.StartArray);
    }

    private static string Text(CanonicalJsonWriter writer) => Encoding.UTF8.GetString(writer.Written.Span);

    private static void Write(CanonicalJsonWriter writer, object value)
    {
        switch (value)
        {
            case string text:
                writer.Text(text);
                break;
            case bool truth:
                writer.Boolean(truth);
                break;
            case List<object> list:
                writer.StartArray();
                list.ForEach(v => Write(writer, v));
                writer.EndArray();
                break;
            case Dictionary<string, object> map:
                writer.StartObject();
                foreach (var (name, member) in map.OrderBy(m => m.Key, StringComparer.Ordinal))
                {
                    writer.Name(name);
                    Write(writer, member);
                }

                writer.EndObject();
                break;
        }
    }
}
