using Listening.Brands;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.Registry;

/// <summary>Why a registry is not taken.</summary>
internal static class RegistryRefusal
{
    /// <summary>400 with every fault and its place.</summary>
    public static ProblemHttpResult Faulty(IReadOnlyList<RegistryFault> faults) => Problem(
        400, "registry", "The registry cannot be used", faults.Count == 1 ? faults[0].Reason : $"{faults.Count} things are wrong. The first: {faults[0].Reason}",
        ("faults", faults));

    /// <summary>428: who changes says what was seen.</summary>
    public static ProblemHttpResult Unconditional() => Problem(
        428, "if-match", "Say which version you changed", "Send If-Match with the number of the version that you saw, as in If-Match: \"3\".");

    /// <summary>412 with what is in use now.</summary>
    public static ProblemHttpResult Overtaken(RegistryView present) => Problem(
        412, "registry-changed", "Somebody else changed the registry", $"Version {present.Version} is in use now, set by {present.Actor}. Look at it and change that.",
        ("present", present));

    /// <summary>409 while a preview is under way.</summary>
    public static ProblemHttpResult Busy() => Problem(409, "preview-busy", "Another preview is under way", "One is made at a time; ask again when it is done.");

    private static ProblemHttpResult Problem(int status, string type, string title, string detail, params (string Name, object? Value)[] more) => TypedResults.Problem(
        detail, statusCode: status, title: title, type: $"urn:listening:problem:{type}", extensions: more.ToDictionary(one => one.Name, one => one.Value));
}
