namespace Listening.Web.Ingesting;

/// <summary>A line that was refused.</summary>
/// <param name="Line">Its number from 1, blank lines counted; of an array, the element's.</param>
/// <param name="Reason">Why, naming the field.</param>
public sealed record RejectedLine(long Line, string Reason);
