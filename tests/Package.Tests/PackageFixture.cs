namespace GeminiGen.Package.Tests;

/// <summary>Packs once, restores every consumer once.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("geminigen-package-").FullName;
    private PackedPackage? _package;
    private Consumers? _consumers;

    /// <summary>The package.</summary>
    internal PackedPackage Package => _package ?? throw new InvalidOperationException("Not packed.");

    /// <summary>Projects that reference the package.</summary>
    internal Consumers Consumers => _consumers ?? throw new InvalidOperationException("Not restored.");

    async Task IAsyncLifetime.InitializeAsync()
    {
        _package = await PackedPackage.PackAsync(Path.Combine(_folder, "feed"));
        _consumers = await Consumers.RestoreAsync(Path.Combine(_folder, "consumers"), _package);
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}
