namespace Listening.Web.Hooking;

/// <summary>Where what happens to cases is to be sent.</summary>
/// <param name="Url">An http or https address.</param>
/// <param name="Secret">What it is signed with, at least 16 characters; left out, the one there is stays.</param>
public sealed record CaseHookRequest(string? Url, string? Secret);
