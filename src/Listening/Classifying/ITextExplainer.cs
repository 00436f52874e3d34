namespace Listening.Classifying;

/// <summary>Says what texts are and why, for a person who asks; slower than sorting by an order of magnitude.</summary>
public interface ITextExplainer
{
    /// <summary>The answers of every task for each text, in the order given. Safe for several threads.</summary>
    IReadOnlyList<IReadOnlyList<TaskAnswer>> Explain(IReadOnlyList<string> texts, CancellationToken cancellationToken);
}
