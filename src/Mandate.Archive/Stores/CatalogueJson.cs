using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Mandate.Archive.Stores;

/// <summary>How facts are written into a column of the tables.</summary>
[JsonSerializable(typeof(DocumentFacts))]
[JsonSerializable(typeof(TitleFacts))]
[JsonSerializable(typeof(PageImages))]
[JsonSerializable(typeof(List<string>))]
internal sealed partial class CatalogueJson : JsonSerializerContext
{
    /// <summary>Gets the one way of writing: letters as themselves, nothing for null.</summary>
    public static CatalogueJson Way { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new DateConverter(), new NameConverter(), new JsonStringEnumConverter<Standing>(JsonNamingPolicy.KebabCaseLower) },
    });
}

/// <summary>A date as its text.</summary>
internal sealed class DateConverter : JsonConverter<PartialDate>
{
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => PartialDate.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>A name as its text.</summary>
internal sealed class NameConverter : JsonConverter<PersonName>
{
    public override PersonName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => PersonName.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, PersonName value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
