using System.Globalization;
using Listening.Store.Engine;

namespace Listening.Store.Projecting;

/// <summary>How far the facts are, and what they were derived with.</summary>
/// <param name="Projected">Everything up to this number of arrival is in the facts.</param>
/// <param name="Revision">Of the newest whole run.</param>
/// <param name="Highest">No row has a higher revision.</param>
/// <param name="Registry">The registry's fingerprint; empty before the first run.</param>
/// <param name="Rules">The fingerprint of the clock's rules; empty in facts that are older than this mark.</param>
/// <param name="Exchanging">A rebuild was cut off while its tables took the place of the old ones.</param>
internal sealed record Marks(ulong Projected, ulong Revision, ulong Highest, string Registry, string Rules, bool Exchanging)
{
    public const string ProjectedName = "projected";
    public const string EpochName = "epoch";
    public const string RegistryName = "registry";
    public const string RulesName = "rules";
    public const string ExchangingName = "exchanging";

    // Enough for four thousand million runs an epoch, and two million epochs while a reader of JSON with doubles still sees every one.
    private const int CounterBits = 32;

    /// <summary>The newest epoch that anything was written in.</summary>
    public long Epoch => (long)(Highest >> CounterBits);

    /// <summary>The first revision of an epoch, greater than any of an earlier one.</summary>
    public static ulong FirstOf(long epoch) => (ulong)epoch << CounterBits;

    public static async Task<Marks> ReadAsync(IClickHouse facts, CancellationToken cancellationToken)
    {
        var marks = new Marks(0, 0, 0, "", "", false);
        await foreach (var row in facts.ReadAsync(Sql.Of("Projecting/Marks.sql"), cancellationToken))
        {
            var (value, revision) = (row.Get<string>("value"), row.Get<ulong>("revision"));
            marks = marks with { Highest = Math.Max(marks.Highest, revision) };
            marks = row.Get<string>("name") switch
            {
                ProjectedName => marks with { Projected = ulong.Parse(value, CultureInfo.InvariantCulture), Revision = revision },
                RegistryName => marks with { Registry = value },
                RulesName => marks with { Rules = value },
                ExchangingName => marks with { Exchanging = value == "yes" },
                _ => marks,
            };
        }

        return marks;
    }

    public static async Task WriteAsync(IClickHouse facts, ulong revision, CancellationToken cancellationToken, params (string Name, string Value)[] values)
    {
        using var block = new NativeBlock(values.Length)
            .Add("name", values.Column(value => value.Name))
            .Add("value", values.Column(value => value.Value))
            .Add("revision", values.Column(_ => revision));
        await facts.InsertAsync("marks", block, cancellationToken);
    }
}
