using Listening.Models.Learning;
using Listening.Models.Text;

namespace Listening.Models.Data;

/// <summary>Posts that were labelled for the house, to measure by: their texts are learned from by nobody.</summary>
public sealed class GoldSet
{
    /// <summary>Name of the set among others.</summary>
    public const string Name = "gold";

    /// <summary>Its table of intents.</summary>
    public const string Intent = "intent";

    /// <summary>Its table of topics.</summary>
    public const string Topic = "topic";

    /// <summary>Its table of kinds of answer.</summary>
    public const string AnswerKind = "answer_kind";

    private readonly Dictionary<string, IReadOnlyList<Example>> tables;
    private readonly HashSet<string> texts;

    /// <summary>A set of these texts and, by the name of the table, what they were called.</summary>
    public GoldSet(IEnumerable<string> texts, IReadOnlyDictionary<string, IReadOnlyList<Example>> tables)
    {
        this.tables = new(tables);
        var reader = new PostReader();
        this.texts = [.. texts.Select(text =>
        {
            reader.Read(text);
            return reader.Folded;
        })];
    }

    /// <summary>No gold set is at hand.</summary>
    public static GoldSet None { get; } = new([], new Dictionary<string, IReadOnlyList<Example>>());

    /// <summary>A text with this folded form is of the set.</summary>
    public bool Holds(string folded) => texts.Contains(folded);

    /// <summary>The labelled texts of a table; none where it was not labelled yet.</summary>
    public IReadOnlyList<Example> Examples(string table) => tables.GetValueOrDefault(table, []);
}
