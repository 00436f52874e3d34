namespace Listening.Sources.Files;

/// <summary>One row of a table.</summary>
/// <param name="Line">Number of the line it begins on, from 1.</param>
/// <param name="Fields">Its fields, unquoted.</param>
/// <param name="Raw">As it stands in the file.</param>
internal sealed record CsvRow(long Line, string[] Fields, string Raw);
