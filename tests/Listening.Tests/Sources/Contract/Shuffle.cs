using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Listening.Tests.Sources.Contract;

/// <summary>Puts what an answer lists into another order, as servers do that promise none.</summary>
internal static class Shuffle
{
    public static StubAnswer Of(StubAnswer answer, Random chance) => answer.Bytes.Length == 0 ? answer : answer with
    {
        Bytes = answer.Type.Contains("xml", StringComparison.Ordinal) ? Xml(answer.Bytes, chance) : Json(answer.Bytes, chance),
    };

    private static byte[] Json(byte[] bytes, Random chance)
    {
        var root = JsonNode.Parse(bytes)!;
        In(root, chance);
        return System.Text.Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static void In(JsonNode? node, Random chance)
    {
        if (node is JsonObject whole)
        {
            foreach (var (_, value) in whole.ToList()) In(value, chance);
        }
        else if (node is JsonArray list)
        {
            var entries = list.ToArray();
            list.Clear();
            chance.Shuffle(entries);
            foreach (var entry in entries)
            {
                In(entry, chance);
                list.Add(entry);
            }
        }
    }

    private static byte[] Xml(byte[] bytes, Random chance)
    {
        var document = XDocument.Parse(System.Text.Encoding.UTF8.GetString(bytes));
        var channel = document.Root!.Element("channel")!;
        var items = channel.Elements("item").ToArray();
        foreach (var item in items) item.Remove();
        chance.Shuffle(items);
        channel.Add(items);
        return System.Text.Encoding.UTF8.GetBytes(document.ToString(SaveOptions.DisableFormatting));
    }
}
