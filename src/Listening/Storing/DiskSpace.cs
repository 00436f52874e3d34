namespace Listening.Storing;

/// <summary>How much room the file system of a directory has.</summary>
/// <param name="directory">Where it is looked; it exists.</param>
/// <param name="minimum">Bytes that stay free: with fewer nothing more is taken in.</param>
public sealed class DiskSpace(string directory, long minimum)
{
    /// <summary>What stays free unless told otherwise: enough for the engine to finish what it merges.</summary>
    public const long DefaultMinimum = 512L << 20;

    /// <summary>The directory.</summary>
    public string Directory { get; } = directory;

    /// <summary>Bytes that stay free.</summary>
    public long Minimum { get; } = minimum;

    /// <summary>Bytes that this user may still write. Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> when the file system does not tell.</summary>
    public long Free => new DriveInfo(Directory).AvailableFreeSpace;

    /// <summary>Bytes of the whole file system; throws as <see cref="Free"/>.</summary>
    public long Size => new DriveInfo(Directory).TotalSize;
}
