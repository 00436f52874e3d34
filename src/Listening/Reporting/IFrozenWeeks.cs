namespace Listening.Reporting;

/// <summary>Keeps the first four weeks of each brand.</summary>
public interface IFrozenWeeks
{
    /// <summary>Those of a brand (null: of all of ours); null while they are not recorded.</summary>
    Task<FrozenWeeks?> FindAsync(string? brand, CancellationToken cancellationToken);

    /// <summary>Records them and gives what is kept: where some are kept already, these.</summary>
    Task<FrozenWeeks> KeepAsync(FrozenWeeks weeks, CancellationToken cancellationToken);
}
