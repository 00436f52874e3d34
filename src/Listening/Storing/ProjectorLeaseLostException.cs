namespace Listening.Storing;

/// <summary>Another process projects: what this one had begun is given up, and the other does it.</summary>
public sealed class ProjectorLeaseLostException() : Exception("Another process projects now; what this one had begun is given up.");
