using Listening.Access;
using Listening.Desk.Access;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>What keys do, whatever the database.</summary>
public abstract class ApiKeysContract(TestDesk desk) : IAsyncLifetime
{
    private ApiKeys keys = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await desk.InitializeAsync();
        keys = new ApiKeys(desk.Store, desk.Time);
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_key_reads_lk_then_eight_characters_then_256_bits()
    {
        var made = await keys.AddAsync("till", ["ingest:shop", "read"], Actor.Terminal, Cancelled);
        Assert.Matches("^lk_[a-z2-9]{8}_[A-Za-z0-9_-]{43}$", made.Secret);
        Assert.StartsWith($"lk_{made.Key.Id}_", made.Secret, StringComparison.Ordinal);
        Assert.DoesNotContain(made.Secret[12..], made.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_found_by_its_id_and_known_by_its_hash()
    {
        var made = await keys.AddAsync("till", ["read"], Actor.Terminal, Cancelled);
        var text = ApiKeyText.Read(made.Secret)!.Value;
        var row = await keys.FindAsync(text.Id, Cancelled);
        Assert.True(Secret.Matches(row!.Hash, Secret.Hash(text.Secret)));
        Assert.False(Secret.Matches(row.Hash, Secret.Hash(Secret.New())));
        Assert.Null(await keys.FindAsync("aaaaaaaa", Cancelled));
    }

    [Theory]
    [InlineData("")]
    [InlineData("lk_")]
    [InlineData("lk_abcdefgh_")]
    [InlineData("lk_abcdefghi_x")]
    [InlineData("pk_abcdefgh_xyz")]
    public void What_is_no_key_is_not_read(string text) => Assert.Null(ApiKeyText.Read(text));

    [Fact]
    public async Task Two_good_keys_cannot_share_a_name_but_a_revoked_one_frees_it()
    {
        await keys.AddAsync("till", ["read"], Actor.Terminal, Cancelled);
        await Assert.ThrowsAsync<ApiKeyNameTakenException>(() => keys.AddAsync("till", ["read"], Actor.Terminal, Cancelled));
        Assert.True(await keys.RevokeAsync("till", Actor.Terminal, Cancelled));
        await keys.AddAsync("till", ["read"], Actor.Terminal, Cancelled);
        Assert.Equal([desk.Time.GetUtcNow(), null], (await keys.ListAsync(Cancelled)).OrderBy(key => key.Revoked is null).Select(key => key.Revoked));
    }

    [Fact]
    public async Task A_key_is_revoked_by_name_or_id_once()
    {
        var made = await keys.AddAsync("till", ["read"], Actor.Terminal, Cancelled);
        Assert.True(await keys.RevokeAsync(made.Key.Id, Actor.Terminal, Cancelled));
        Assert.False(await keys.RevokeAsync(made.Key.Id, Actor.Terminal, Cancelled));
        Assert.False(await keys.RevokeAsync("nobody", Actor.Terminal, Cancelled));
        Assert.False(await keys.RevokeAsync("no\0body", Actor.Terminal, Cancelled));
    }

    [Fact]
    public async Task The_list_shows_scopes_and_last_use_and_no_secret()
    {
        var made = await keys.AddAsync("till", ["ingest:shop", "read"], Actor.Terminal, Cancelled);
        desk.Time.Advance(TimeSpan.FromMinutes(3));
        await keys.NoteUseAsync(made.Key.Id, Cancelled);
        var listed = Assert.Single(await keys.ListAsync(Cancelled));
        Assert.Equal(["ingest:shop", "read"], listed.Scopes);
        Assert.Equal(made.Key.Created + TimeSpan.FromMinutes(3), listed.LastUsed);
    }

    [Fact]
    public async Task Of_twenty_that_make_a_key_of_one_name_at_once_one_wins()
    {
        var stores = new[] { keys, new ApiKeys(desk.Another(), desk.Time) };
        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
        {
            try
            {
                return await stores[i % 2].AddAsync("till", ["read"], Actor.Terminal, Cancelled);
            }
            catch (ApiKeyNameTakenException)
            {
                return null;
            }
        }, Cancelled)));
        Assert.Single(made, key => key is not null);
    }
}
