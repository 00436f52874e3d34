namespace Listening.Models.Learning;

/// <summary>The labels of a task and which of them each example may have.</summary>
public sealed class Targets
{
    private readonly Dictionary<string, int> kinds = [];
    private readonly List<float[]> allowed = [];

    /// <summary>Targets of these labels.</summary>
    public Targets(IReadOnlyList<string> labels)
    {
        Labels = labels;
        Lanes = (labels.Count + 3) / 4 * 4;
    }

    /// <summary>The labels.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Labels rounded up to four.</summary>
    public int Lanes { get; }

    /// <summary>How many different targets there are.</summary>
    public int Kinds => allowed.Count;

    /// <summary>The kind of a label, or of several with <c>|</c> between them.</summary>
    public int KindOf(string label)
    {
        if (kinds.TryGetValue(label, out var kind)) return kind;
        var lanes = new float[Lanes];
        foreach (var one in label.Split('|'))
        {
            var place = Labels.ToList().IndexOf(one);
            if (place < 0) throw new InvalidDataException($"'{one}' is none of the labels {string.Join(", ", Labels)}.");
            lanes[place] = 1;
        }

        kinds.Add(label, allowed.Count);
        allowed.Add(lanes);
        return allowed.Count - 1;
    }

    /// <summary>1 for every label that a kind allows.</summary>
    public ReadOnlySpan<float> Allowed(int kind) => allowed[kind];
}
