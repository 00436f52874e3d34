namespace Listening.Web.Classifying;

/// <summary>Which version is put into use.</summary>
/// <param name="Version">One that was trained here; null for the one that came with the program.</param>
public sealed record VersionBody(string? Version);
