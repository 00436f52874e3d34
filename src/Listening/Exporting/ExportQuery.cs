using Listening.Storing;

namespace Listening.Exporting;

/// <summary>What a file is made from.</summary>
/// <param name="Query">The SELECT, in the order of the file.</param>
/// <param name="Columns">Its columns, told also where it has no rows.</param>
public sealed record ExportQuery(FactQuery Query, IReadOnlyList<string> Columns);
