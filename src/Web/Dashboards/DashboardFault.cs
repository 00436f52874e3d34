namespace Listening.Web.Dashboards;

/// <summary>Why a dashboard's file cannot be used.</summary>
/// <param name="File">Its name below the folder it lies in.</param>
/// <param name="Line">From 1; null where the file as a whole is at fault.</param>
/// <param name="Column">From 1, in characters.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Instead">What to write instead.</param>
public sealed record DashboardFault(string File, long? Line, long? Column, string Reason, string? Instead)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}{(Line is null ? "" : $"({Line},{Column})")}: {Reason}{(Instead is null ? "" : $" {Instead}")}";
}
