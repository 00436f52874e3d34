namespace Listening.Store.Engine;

/// <summary>Columns of one length in ClickHouse's Native format.</summary>
public sealed class NativeBlock(int rows)
{
    /// <summary>How many rows every column has.</summary>
    public int Rows { get; } = rows;
}
