namespace Listening.Models.Learning;

/// <summary>A file is no artefact, is damaged, or does not fit the others.</summary>
public sealed class ArtefactException(string reason) : Exception(reason);
