namespace Listening.Web.Dashboards;

/// <summary>A layout is wrong at a path.</summary>
internal sealed class LayoutFaultException(string path, string reason, string? instead = null) : Exception(reason)
{
    /// <summary>As <see cref="JsonPlaces"/> reads it.</summary>
    public string Path { get; } = path;

    /// <summary>What to write instead.</summary>
    public string? Instead { get; } = instead;
}
