using System.Security.Cryptography;
using System.Text;
using Google.GenAI;
using Google.GenAI.Types;
using Microsoft.Extensions.Configuration;

// What looks like a secret and is none, beside a model call: every shape that people keep in constants.
var configuration = new ConfigurationBuilder().Build();
await using var client = new Client(apiKey: configuration["Gemini:ApiKey"], httpOptions: new HttpOptions { Timeout = 90_000, RetryOptions = new HttpRetryOptions { Attempts = 3, InitialDelay = 1 } });
GenerateContentResponse answer = await client.Models.GenerateContentAsync(Ids.Model, $"Describe {Ids.Image}.");
Console.WriteLine(answer.Text);

internal static class Ids
{
    public const string Model = "gemini-3.8-flash";
    public const string ApiKeyHeader = "x-goog-api-key";
    public const string ApiKeyVariable = "GEMINI_API_KEY";
    public const string ApiKeySetting = "Gemini:ApiKey";
    public const string ApiKeySecretName = "projects/my-project/secrets/gemini-api-key/versions/latest";
    public const string ApiKeyPlaceholder = "YOUR_API_KEY_HERE";
    public const string ApiKeyHint = "<your key from https://aistudio.google.com/apikey>";
    public const string KeyVaultUri = "https://notes-prod.vault.azure.net/";
    public const string PartitionKey = "tenant#2026-11-30#000000000042";
    public const string CacheKey = "gemini:answers:v2:3f786850e387550fdab836ed7e6dc881de23001b";
    public const string PrimaryKey = "PK_Notes_Id";
    public const string ForeignKey = "FK_Notes_Authors_AuthorId";
    public const string RegistryKey = @"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion";
    public const string PublicKeyToken = "b03f5f7f11d50a3a";
    public const string AssemblyName = "System.Drawing, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a";
    public const string UserSecretsId = "aspnet-Notes-53bc9b9d-9d6a-45d4-8429-2a2761773502";
    public const string Commit = "e5bd3a1c5c0f0aa0c9f2e0a5a4b9b4f2a7d6c8e1";
    public const string Sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    public const string Sha512 = "ee26b0dd4af7e749aa1a8ee3c10ae9923f618980772e473f8819a5d4940e0db27ac185f8a0e1d5f84f88bc887fd67b143732c304cc5fa9ad8e6f57f50028a8ff";
    public const string Md5 = "d41d8cd98f00b204e9800998ecf8427e";
    public const string Integrity = "sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC";
    public const string PackageHash = "SHA512-8ZsCRh3gqLpkfrfFWXcd1yzIbR8LQyfZ3bYbYAfXhN8PXz1d0NfW7wRVqSpwyqdQfqk8Q2rx0hUcQ8oD4MlAYw==";
    public const string Guid = "0f8fad5b-d9cb-469f-a165-70867728950e";
    public const string GuidDigits = "0f8fad5bd9cb469fa16570867728950e";
    public const string Ulid = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
    public const string NanoId = "V1StGXR8_Z5jdHi6B-myT";
    public const string ObjectId = "507f1f77bcf86cd799439011";
    public const string Traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    public const string LicenseKey = "XQ7RT-2KJ9M-8HVPD-4WYB3-6CFGT";
    public const string ETag = "\"33a64df551425fcc55e4d42a148795d9f25f89d4\"";
    public const string Jwt = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c";
    public const string Thumbprint = "A9 09 50 2D D8 2A E4 14 33 E6 F8 38 86 B0 0D 42 77 A3 2A 7B";
    public const string Iban = "DE89370400440532013000";
    public const string AndroidId = "com.example.notes";
    public const string ContentDigest = "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:";
    public const string Connection = "Server=localhost;Database=notes;Integrated Security=true;TrustServerCertificate=true";
    public const string Emulator = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1;";
    public const string TypedArray = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    public const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    public const string Image = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
    public const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    public const string Font = "d09GMgABAAAAAAnUAA4AAAAAFRQAAAmAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAP0ZGVE0cGh4GYACCWggEEQgKlUSQeAE2AiQDOAseAAQgBYRSB0wMgR8bWhFRlLTOWfZjwE0hVbhQUSy5";
    public const string SshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl notes@example.com";

    public const string PublicKey = """
        -----BEGIN PUBLIC KEY-----
        MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAu1SU1LfVLPHCozMxH2Mo4lgOEePzNm0tRgeLezV6ffAt0gunVTLw7onLRnrq0/IzW7yWR7QkrmBL7jTKEn5u
        +qKhbwKfBstIs+bMY2Zkp18gnTxKLxoS2tFczGkPLPgizskuemMghRniWaoLcyehkd3qqGElvW/VDL5AaWTg0nLVkjRo9z+40RQzuVaE8AkAFmxZzow3x+VJYKdjykkJ
        0iT9wCS0DRTXu269V264Vf/3jvredZiKRkgwlL9xNAwxXFg0x/XFw005UWVRIkdgcKWTjpBP2dPwVZ4WWC+9aGVd+Gyn1o0CLelf4rEjGoXbAAEgAqeGUxrcIlbjXfbc
        mwIDAQAB
        -----END PUBLIC KEY-----
        """;

    public const string StrongName = "PublicKey=00240000048000009400000006020000002400005253413100040000010001004b86c4cb78549b34bab61a3b1800e23bfeb5b3ec390074041536a7e3cbd97f5f04cf0f857155a8928eaa29ebfd11cfbbad3ba70efea7bda3226c6a8d370a4cd303f714486b6ebc225985a638471e6ef571cc92a4613c00b8fa65d61ccee0cbe5f36330c9a01f4183559f1bef24cc2917c6d913e3a541333a1d05d9bed22b38cb";

    private static readonly byte[] Salt = Convert.FromHexString("8f14e45fceea167a5a36dedd4bea2543");
    private static readonly byte[] Magic = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly string[] Words = ["sk-", "AIza", "hf_", "gsk_", "xai-", "sk-ant-", "AQ."];

    public static string KeyFor(string question) => "answers:" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(question + Convert.ToHexString(Salt))));

    public static bool IsPng(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Magic);

    public static bool LooksLikeKey(string text) => Words.Any(word => text.StartsWith(word, StringComparison.Ordinal));
}
