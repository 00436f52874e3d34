namespace Listening.Sources.Files;

/// <summary>Cuts bytes into posts, whatever pieces the bytes come in.</summary>
internal interface ILineSplitter
{
    /// <summary>Takes the next piece and adds what it completes.</summary>
    void Take(ReadOnlySpan<byte> piece, List<ReadLine> ready);

    /// <summary>Tells that nothing more comes and adds what was still open.</summary>
    void End(List<ReadLine> ready);
}
