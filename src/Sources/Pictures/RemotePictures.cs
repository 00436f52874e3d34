using Listening.Collecting.Pulling;
using Listening.Sources.Http;

namespace Listening.Sources.Pictures;

/// <summary>
/// Fetches pictures from where posts say they lie, over the one guarded way out and without a word about who wants to see them. What is no picture by its own bytes is none, whatever its
/// server says.
/// </summary>
public sealed class RemotePictures(OutgoingHttp http) : IDisposable
{
    /// <summary>The longest picture, in bytes.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    // A page of posts shows many at once, and one host may have them all.
    private static readonly RequestRate Rate = new(60, TimeSpan.FromSeconds(10));
    private static readonly Dictionary<string, string> Wanted = new() { ["Accept"] = "image/avif,image/webp,image/png,image/jpeg,image/gif" };

    // Each may take its most in memory.
    private readonly SemaphoreSlim places = new(8);

    /// <summary>The picture at this address, or why it cannot be had; only cancellation is thrown.</summary>
    public async Task<(RemotePicture? Picture, PageFailure? Failure)> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        await places.WaitAsync(cancellationToken);
        try
        {
            var answer = await http.SendAsync(new(address) { Headers = Wanted, Credential = "pictures", Rate = Rate, MostBytes = MostBytes }, cancellationToken);
            if (answer.Failure is { } failure) return (null, failure);
            return PictureType.Of(answer.Body.Span) is { } type
                ? (new(answer.Body, type), null)
                : (null, new(FailureKind.Unreadable, $"{answer.Address.Host} sent something that is no picture"));
        }
        finally
        {
            places.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();
}
