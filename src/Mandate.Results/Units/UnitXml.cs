using System.Globalization;
using System.Xml;
using Mandate.Laws;
using Mandate.Results.Import;

namespace Mandate.Results.Units;

/// <summary>Reads units from XML as it streams by: the root element tells the format. No DTD, no entity, nothing from outside.</summary>
internal sealed class UnitXml(string shown, Findings findings, UnitLimits limits)
{
    private const string Eml = "urn:oasis:names:tc:evs:schema:eml";
    private const string Nist = "http://itl.nist.gov/ns/voting/1500-100/v2";
    private readonly UnitList units = new(shown, findings, limits);
    private bool inName;

    /// <summary>Reads to the end.</summary>
    /// <returns>Null after noting faults.</returns>
    public UnitFile? Read(Stream stream)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = limits.Bytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        };
        using var reader = XmlReader.Create(stream, settings);
        var place = (IXmlLineInfo)reader;
        try
        {
            reader.MoveToContent();
            return (reader.LocalName, reader.NamespaceURI, reader.GetAttribute("Id")) switch
            {
                ("EML", Eml, "110a") => Regions(reader, nested: false),
                ("EML", Eml, "110b") => Stations(reader),
                ("MasterElectionTree", "", _) => Regions(reader, nested: true),
                ("ElectionReport", Nist, _) => Report(reader),
                ("EML", Eml, var kind) => Refuse($"EML {Shown.Cut(kind ?? "without an Id")}"),
                var (name, space, _) => Refuse($"XML with the root '{Shown.Cut(name)}' of '{Shown.Cut(space)}'"),
            };
        }
        catch (XmlException e)
        {
            var dtd = e.Message.Contains("DTD", StringComparison.Ordinal);
            units.Fault(Math.Max(1, e.LineNumber), Math.Max(1, e.LinePosition), dtd ? "a document type declaration" : "XML that cannot be read from here on", dtd ? "XML without one" : "well-formed XML");
            return null;
        }

        UnitFile? Refuse(string found)
        {
            units.Fault(place.LineNumber, place.LinePosition, found, "an election definition (EML 110a), polling stations (EML 110b), a MasterElectionTree, or an ElectionReport of NIST SP 1500-100 version 2");
            return null;
        }
    }

    /// <summary>The next node; deeper than the limit reading ends.</summary>
    private bool Next(XmlReader reader)
    {
        if (!reader.Read())
        {
            return false;
        }

        return reader.Depth <= limits.Depth ? true : throw new LimitException(
            string.Create(CultureInfo.InvariantCulture, $"elements nested more than {limits.Depth} deep in line {((IXmlLineInfo)reader).LineNumber}"), "a flatter file");
    }

    /// <summary>EML 110a names the region above by kind and number; the master tree nests, and has a municipality once under each body that it helps to elect.</summary>
    private UnitFile? Regions(XmlReader reader, bool nested)
    {
        var title = reader.GetAttribute("CreationDate") ?? string.Empty;
        var open = new Stack<(int Depth, int Unit)>();
        while (Next(reader))
        {
            if (reader.NodeType == XmlNodeType.Text && open.TryPeek(out var named) && reader.Depth == named.Depth + 2 && inName)
            {
                units.Name(named.Unit, reader.Value);
            }

            inName = reader is { NodeType: XmlNodeType.Element, LocalName: "RegionName" };
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            while (open.TryPeek(out var top) && reader.Depth <= top.Depth)
            {
                open.Pop();
            }

            if (reader.LocalName == "ElectionIdentifier" && !nested)
            {
                title = reader.GetAttribute("Id") ?? string.Empty;
            }
            else if (reader.LocalName == "Region")
            {
                open.Push((reader.Depth, Region(reader, nested, open.TryPeek(out var above) ? units[above.Unit].Id : null)));
            }
        }

        NeedNames("RegionName");
        return Done(nested ? UnitFileFormat.MasterElectionTree : UnitFileFormat.Eml110a, title);
    }

    private int Region(XmlReader reader, bool nested, string? above)
    {
        var place = (IXmlLineInfo)reader;
        var category = reader.GetAttribute("RegionCategory");
        if (string.IsNullOrWhiteSpace(category))
        {
            units.Fault(place.LineNumber, place.LinePosition, "a Region without RegionCategory", "the kind of the region");
        }

        var own = Key(reader, category ?? "region", "RegionNumber");
        if (nested)
        {
            return units.Add(new Unit(above is null ? own : above + "/" + own, above, Kind(category), string.Empty), place.LineNumber, place.LinePosition);
        }

        var superior = reader.GetAttribute("SuperiorRegionCategory") is { } kind ? Key(reader, kind, "SuperiorRegionNumber") : null;
        return units.Add(new Unit(own, superior, Kind(category), string.Empty), place.LineNumber, place.LinePosition);
    }

    /// <summary>A region's id: its kind in small letters and its number, which is one number with or without zeros before it.</summary>
    private string Key(XmlReader reader, string category, string attribute)
    {
        var number = reader.GetAttribute(attribute);
        if (number is null)
        {
            return Kind(category);
        }

        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            var place = (IXmlLineInfo)reader;
            units.Fault(place.LineNumber, place.LinePosition, $"{attribute} '{Shown.Cut(number)}'", "a whole number");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Kind(category)}-{value}");
    }

    private static string Kind(string? category) => string.Intern((category ?? string.Empty).ToLowerInvariant() is { Length: <= 40 } kind ? kind : "region");

    private UnitFile? Stations(XmlReader reader)
    {
        var title = string.Empty;
        string? authority = null;
        string channel = string.Empty, locality = string.Empty, station = string.Empty, type = string.Empty, inside = string.Empty;
        var place = (IXmlLineInfo)reader;
        (int Line, int Column) begins = default;
        while (Next(reader))
        {
            if (reader.NodeType == XmlNodeType.Text)
            {
                switch (inside)
                {
                    case "ReportingUnitIdentifier": units.Name(units.Count - 1, reader.Value); break;
                    case "LocalityName": locality = reader.Value; break;
                    case "ReportingUnitType": type = reader.Value; break;
                }
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "PollingPlace" })
            {
                Station();
            }

            inside = reader.NodeType == XmlNodeType.Element ? reader.LocalName : string.Empty;
            switch (inside)
            {
                case "ElectionIdentifier":
                    title = reader.GetAttribute("Id") ?? string.Empty;
                    break;
                case "ReportingUnitIdentifier":
                    authority = Authority(reader.GetAttribute("Id") ?? string.Empty);
                    units.Add(new Unit(authority, null, "gemeente", string.Empty), place.LineNumber, place.LinePosition);
                    break;
                case "PollingPlace":
                    (channel, locality, station, type) = (reader.GetAttribute("Channel") ?? string.Empty, string.Empty, string.Empty, string.Empty);
                    begins = (place.LineNumber, place.LinePosition);
                    break;
                case "PollingStation":
                    station = reader.GetAttribute("Id") ?? string.Empty;
                    break;
            }
        }

        NeedNames("name");
        return Done(UnitFileFormat.Eml110b, title);

        void Station()
        {
            if (authority is null || station.Length == 0)
            {
                units.Fault(begins.Line, begins.Column, authority is null ? "a PollingPlace before its ReportingUnit" : "a PollingPlace without PollingStation", "ReportingUnitIdentifier first, then places with the Id of their PollingStation");
                return;
            }

            var kind = (type.Trim(), channel) switch
            {
                ("Mobile", _) => "mobile",
                ("Special", _) => "special",
                (_, "postal") => "postal",
                _ => "stembureau",
            };
            units.Add(new Unit($"{authority}-stembureau-{station}", authority, kind, locality.Length == 0 ? station : UnitList.Plain(locality)), begins.Line, begins.Column);
        }
    }

    private static string Authority(string id) => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? string.Create(CultureInfo.InvariantCulture, $"gemeente-{number}") : id;

    private UnitFile? Report(XmlReader reader)
    {
        var report = new NistUnits(units);
        var place = (IXmlLineInfo)reader;
        string field = string.Empty, outer = string.Empty;
        while (Next(reader))
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                switch (reader.Depth)
                {
                    case 1:
                        report.Close();
                        field = reader.LocalName;
                        if (reader.LocalName == "GpUnit")
                        {
                            report.Open(reader.GetAttribute("ObjectId") ?? string.Empty, reader.GetAttribute("type", "http://www.w3.org/2001/XMLSchema-instance") ?? string.Empty, place.LineNumber, place.LinePosition);
                        }

                        break;
                    case 2:
                        (outer, field) = (reader.LocalName, reader.LocalName == "Name" ? string.Empty : reader.LocalName);
                        break;
                    case 3:
                        field = outer == "Name" && reader.LocalName == "Text" ? "Name" : string.Empty;
                        break;
                    default:
                        field = string.Empty;
                        break;
                }
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                field = string.Empty;
            }
            else if (reader.NodeType == XmlNodeType.Text)
            {
                report.Field(field, reader.Value);
            }
        }

        report.Close();
        return report.Finish() is var leftOut && units.Tree() is { } tree ? new UnitFile(UnitFileFormat.NistXml, Shown.Cut(report.Issuer), tree, leftOut) : null;
    }

    private void NeedNames(string what)
    {
        for (var i = 0; i < units.Count; i++)
        {
            if (units[i].Name.Length == 0)
            {
                var (line, column) = units.Place(i);
                units.Fault(line, column, $"'{Shown.Cut(units[i].Id)}' without a {what}", "a name");
            }
        }
    }

    private UnitFile? Done(UnitFileFormat format, string title) => units.Tree() is { } tree ? new UnitFile(format, Shown.Cut(title), tree, []) : null;
}
