namespace Listening.Web.Triage;

/// <summary>What the triage screen must know beside the cases.</summary>
/// <param name="Me">Who asks, as cases name them.</param>
/// <param name="Colleagues">Who may have a case, by name.</param>
/// <param name="LastAnswer">When a customer was last answered in public; null when never.</param>
/// <param name="Sources">The sources that are set up, by name.</param>
/// <param name="Labels">What a person may say of a post, by task in snake case; empty where posts are not sorted.</param>
public sealed record TriageView(
    string Me, IReadOnlyList<Colleague> Colleagues, DateTimeOffset? LastAnswer, IReadOnlyList<ListeningSource> Sources, IReadOnlyDictionary<string, IReadOnlyList<string>> Labels);
