namespace Listening.Store;

/// <summary>What a stored batch survives.</summary>
public enum Durability
{
    /// <summary>The end of the process, not of the machine's power: the operating system may still hold it in memory.</summary>
    Process,

    /// <summary>Power loss too: a batch is on the disk when it is acknowledged; costs some milliseconds a batch.</summary>
    Disk,
}
