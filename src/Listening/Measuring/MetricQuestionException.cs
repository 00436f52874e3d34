namespace Listening.Measuring;

/// <summary>A question that cannot be asked, with the reason in words for the person who asked it.</summary>
public sealed class MetricQuestionException(string parameter, string message) : Exception(message)
{
    /// <summary>The parameter at fault: <c>metric</c>, <c>filter</c>, <c>by</c>, …</summary>
    public string Parameter { get; } = parameter;

    /// <summary>Where in the parameter's value the mistake is, counted from 0; its length where something is missing at the end.</summary>
    public int? Position { get; init; }

    /// <summary>How it would be right.</summary>
    public string? Example { get; init; }
}
