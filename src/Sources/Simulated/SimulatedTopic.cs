namespace Listening.Sources.Simulated;

/// <summary>Something people write about: what goes wrong with it, what is asked about it, and what a brand that knows its trade answers.</summary>
/// <param name="Name">The label, in snake case.</param>
/// <param name="Weight">How often it is complained about, beside the others.</param>
/// <param name="Problems">Complaints, each a whole thought without its full stop.</param>
/// <param name="Questions">Questions.</param>
/// <param name="Answers">What helps.</param>
internal sealed record SimulatedTopic(string Name, double Weight, string[] Problems, string[] Questions, string[] Answers);
