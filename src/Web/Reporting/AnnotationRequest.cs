namespace Listening.Web.Reporting;

/// <summary>A line to be written at a date.</summary>
/// <param name="Date">In the reporting zone.</param>
/// <param name="Text">One line.</param>
public sealed record AnnotationRequest(DateOnly? Date, string? Text);
