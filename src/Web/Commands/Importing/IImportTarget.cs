using Listening.Sources.Files;
using Listening.Web.Ingesting;

namespace Listening.Web.Commands.Importing;

/// <summary>Where an import goes: a server or this machine's own store.</summary>
public interface IImportTarget : IAsyncDisposable
{
    /// <summary>
    /// Stores the posts among <paramref name="lines"/> as posts of the past; durable when it returns. May be called again before it returned: what was sent first is stored first. The numbers of refused ones are those of the lines.
    /// Throws <see cref="ServerAnswerException"/> or <see cref="HttpRequestException"/> when a server refuses all or is gone.
    /// </summary>
    Task<IngestAnswer> SendAsync(IReadOnlyList<ReadLine> lines, CancellationToken cancellationToken);

    /// <summary>Turns what was stored into facts, where that does not happen by itself.</summary>
    Task FinishAsync(CancellationToken cancellationToken);

    /// <summary>The dashboard's address, where it is known.</summary>
    Uri? Address { get; }
}
