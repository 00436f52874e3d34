using System.Text;

namespace Listening.Store.Engine.Embedded;

/// <summary>The values of a query as libchdb takes them: names and texts, one after another in one array.</summary>
internal sealed class BoundValues
{
    private readonly List<int> ends = [];

    internal BoundValues(IReadOnlyDictionary<string, object?> parameters)
    {
        Count = parameters.Count;
        if (Count == 0)
            return;
        var text = new StringBuilder();
        var bytes = new MemoryStream();
        foreach (var (name, value) in parameters)
        {
            Add(bytes, name);
            text.Clear();
            ParameterText.Write(text, value);
            Add(bytes, text.ToString());
        }
        Bytes = bytes.ToArray();
    }

    /// <summary>Values that are in ClickHouse's own text already.</summary>
    internal BoundValues(IReadOnlyDictionary<string, string> texts)
    {
        Count = texts.Count;
        var bytes = new MemoryStream();
        foreach (var (name, text) in texts)
        {
            Add(bytes, name);
            Add(bytes, text);
        }
        Bytes = bytes.ToArray();
    }

    internal int Count { get; }

    internal byte[] Bytes { get; } = [];

    /// <summary>Where part <paramref name="index"/> lies; even parts are names, odd ones values.</summary>
    internal (int Start, int Length) Part(int index)
    {
        var start = index == 0 ? 0 : ends[index - 1];
        return (start, ends[index] - start);
    }

    private void Add(MemoryStream bytes, string part)
    {
        bytes.Write(Encoding.UTF8.GetBytes(part));
        ends.Add((int)bytes.Length);
    }
}
