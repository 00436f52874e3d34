using System.Globalization;
using Listening.Web.Ingesting;

namespace Listening.Web.Commands.Importing;

/// <summary>What became of the lines of an import, and the period that its posts span.</summary>
public sealed record ImportCount(long Accepted, long Duplicates, long Updated, long Rejected, DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>Nothing yet.</summary>
    public static ImportCount None { get; } = new(0, 0, 0, 0, null, null);

    /// <summary>All lines.</summary>
    public long Total => Accepted + Duplicates + Updated + Rejected;

    /// <summary>With an answer's counts.</summary>
    public ImportCount With(IngestAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return this with
        {
            Accepted = Accepted + answer.Accepted,
            Duplicates = Duplicates + answer.Duplicates,
            Updated = Updated + answer.Updated,
            Rejected = Rejected + answer.RejectedTotal,
        };
    }

    /// <summary>With a post's instant inside the period.</summary>
    public ImportCount With(DateTimeOffset at) => this with { From = From < at ? From : at, To = To > at ? To : at };

    /// <summary>With another file's counts.</summary>
    public ImportCount With(ImportCount other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var sum = this with
        {
            Accepted = Accepted + other.Accepted,
            Duplicates = Duplicates + other.Duplicates,
            Updated = Updated + other.Updated,
            Rejected = Rejected + other.Rejected,
        };
        return other is { From: { } from, To: { } to } ? sum.With(from).With(to) : sum;
    }

    /// <summary>The counts in words.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Accepted:N0} accepted, {Duplicates:N0} duplicate, {Updated:N0} updated, {Rejected:N0} rejected");
}
