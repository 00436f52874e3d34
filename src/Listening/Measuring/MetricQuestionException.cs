namespace Listening.Measuring;

/// <summary>A question that cannot be asked, with the reason in words for the person who asked it.</summary>
public sealed class MetricQuestionException(string parameter, string message) : Exception(message)
{
    /// <summary>The parameter at fault: <c>metric</c>, <c>filter</c>, <c>by</c>, …</summary>
    public string Parameter { get; } = parameter;
}
