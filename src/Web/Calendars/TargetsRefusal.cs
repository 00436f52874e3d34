using Listening.Calendars;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.Calendars;

/// <summary>Why calendars or targets are not taken.</summary>
internal static class TargetsRefusal
{
    /// <summary>400 with every fault and its place.</summary>
    public static ProblemHttpResult Faulty(IReadOnlyList<TargetsFault> faults) => Problem(
        400, "calendars", "This cannot be set", faults.Count == 1 ? faults[0].Message : $"{faults.Count} things are wrong. The first: {faults[0].Message}", ("faults", faults));

    /// <summary>400: no file that can be read.</summary>
    public static ProblemHttpResult Unreadable(string reason) => Problem(400, "holidays", "These holidays cannot be read", reason);

    /// <summary>428: who changes says what was seen.</summary>
    public static ProblemHttpResult Unconditional() => Problem(
        428, "if-match", "Say which version you changed", "Send If-Match with the number of the version that you saw, as in If-Match: \"3\".");

    /// <summary>412 with what is kept now.</summary>
    public static ProblemHttpResult Overtaken(TargetsView present) => Problem(
        412, "calendars-changed", "Somebody else changed calendars or targets", $"Version {present.Version} is in use now, set by {present.Actor}. Look at it and change that.",
        ("present", present));

    private static ProblemHttpResult Problem(int status, string type, string title, string detail, params (string Name, object? Value)[] more) => TypedResults.Problem(
        detail, statusCode: status, title: title, type: $"urn:listening:problem:{type}", extensions: more.ToDictionary(one => one.Name, one => one.Value));
}
