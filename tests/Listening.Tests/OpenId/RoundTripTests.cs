namespace Listening.Tests.OpenId;

public sealed class RoundTripTests : RoundTripContract
{
    protected override Task<string?> StoreAsync() => Task.FromResult<string?>(null);
}
